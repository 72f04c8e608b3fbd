package dev.squaresync.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user that this process runs as. */
public final class CurrentUser {

    private CurrentUser() {}

    public static boolean isRoot() {
        return id() == 0;
    }

    public static int id() {
        return owner(Path.of("/proc/self"));
    }

    /** The number of the user that owns a file or folder. */
    public static int owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
