package dev.squaresync.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one server of this JVM. */
final class TestFolder {

    private final Path path;

    private TestFolder(Path path) {
        this.path = path;
    }

    /** A new folder that another user can pass through: as root's test the database runs as nobody. */
    static TestFolder create(String prefix) {
        try {
            Path path = Files.createTempDirectory("square-sync-" + prefix + "-");
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
            return new TestFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for the tests", e);
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
