package dev.squaresync.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that a process writes its output to. Start after start is appended to it, but not for ever. */
record CapturedOutput(Path file) {

    private static final long LARGE = 10_000_000;

    /** Keeps a large one as {@code <name>.1}, in the place of the one before it. */
    void setAsideIfLarge() throws IOException {
        if (Files.isRegularFile(file) && Files.size(file) > LARGE) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
