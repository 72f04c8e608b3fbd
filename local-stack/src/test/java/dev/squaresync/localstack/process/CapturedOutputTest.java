package dev.squaresync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturedOutputTest {

    @TempDir
    private Path folder;

    @Test
    void a_large_one_is_set_aside_in_the_place_of_the_one_before() throws IOException {
        Path log = folder.resolve("writer.log");
        Files.writeString(folder.resolve("writer.log.1"), "old");
        grow(log, 10_000_001);

        new CapturedOutput(log).setAsideIfLarge();

        assertThat(log).doesNotExist();
        assertThat(folder.resolve("writer.log.1")).hasSize(10_000_001);
    }

    @Test
    void a_small_one_stays() throws IOException {
        Path log = folder.resolve("writer.log");
        new CapturedOutput(log).setAsideIfLarge();
        grow(log, 10_000_000);

        new CapturedOutput(log).setAsideIfLarge();

        assertThat(log).hasSize(10_000_000);
    }

    private static void grow(Path file, long size) throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(size);
        }
    }
}
