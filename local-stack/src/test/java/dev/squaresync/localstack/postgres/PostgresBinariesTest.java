package dev.squaresync.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    private Path cache;

    @Test
    void are_unpacked_by_several_at_once_without_leaving_anything_behind() throws Exception {
        ExecutorService several = Executors.newFixedThreadPool(2);
        try {
            List<CompletableFuture<PostgresBinaries>> unpacking = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> PostgresBinaries.unpackedIn(cache), several))
                    .limit(2)
                    .toList();

            for (CompletableFuture<PostgresBinaries> one : unpacking) {
                assertThat(Path.of(one.join().program("postgres"))).isExecutable();
            }
        } finally {
            several.shutdownNow();
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left).hasSize(1);
        }
    }
}
