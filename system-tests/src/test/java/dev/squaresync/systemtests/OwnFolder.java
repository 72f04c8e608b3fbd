package dev.squaresync.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Folders that one JVM has for itself while others run tests of the same checkout: the lowest number that nobody holds. */
final class OwnFolder {

    /** A lock lasts as long as its channel is reachable, and these are held until the JVM ends. */
    private static final List<FileLock> HELD = new ArrayList<>();

    private OwnFolder() {}

    /**
     * The folder {@code name-1}, or the next that no other JVM holds; made when it is not there.
     *
     * @throws UncheckedIOException when it cannot be made or locked
     */
    static synchronized Path in(Path parent, String name) {
        for (int number = 1; ; number++) {
            Path folder = parent.resolve(name + "-" + number);
            if (isOurs(folder)) {
                return folder;
            }
        }
    }

    private static boolean isOurs(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(
                    folder.resolveSibling(folder.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            HELD.add(lock);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot have the folder " + folder, e);
        }
    }
}
