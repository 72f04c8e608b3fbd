package dev.squaresync.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs programs that refuse to run as root: as {@code nobody} where this process is root's, else as the user that it is.
 */
public final class Unprivileged {

    private static final String USER = "nobody";
    private static final String GROUP = "nogroup";

    private Unprivileged() {}

    /** The command that runs the given one without privileges, in the same process. */
    public static List<String> command(List<String> command) {
        List<String> all = new ArrayList<>();
        if (CurrentUser.isRoot()) {
            all.addAll(List.of("setpriv", "--reuid=" + USER, "--regid=" + GROUP, "--clear-groups"));
        }
        all.addAll(command);
        return all;
    }

    /** Makes the unprivileged user the owner of a file or folder. */
    public static void own(Path path) {
        if (!CurrentUser.isRoot()) {
            return;
        }
        try {
            UserPrincipal user =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER);
            Files.setOwner(path, user);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + path + " to " + USER, e);
        }
    }

    /** Whether the unprivileged user can come to this existing folder: a folder on the way may be closed to others. */
    public static boolean canReach(Path folder) {
        try {
            return new ProcessBuilder(command(List.of("test", "-x", folder.toString())))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
