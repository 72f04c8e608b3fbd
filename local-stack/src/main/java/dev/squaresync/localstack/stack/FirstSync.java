package dev.squaresync.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers whether the data at home has seen a completed full sync; it is forgotten with the data. */
public final class FirstSync {

    private final Path mark;

    private FirstSync(Path mark) {
        this.mark = mark;
    }

    public static FirstSync in(Path home) {
        return new FirstSync(new StackFolders(home).firstSyncDone());
    }

    public boolean isDone() {
        return Files.exists(mark);
    }

    public void done() {
        try {
            Files.createDirectories(mark.toAbsolutePath().resolveSibling(""));
            if (!isDone()) {
                Files.createFile(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + mark, e);
        }
    }
}
