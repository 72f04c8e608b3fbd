package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.process.CurrentUser;
import dev.squaresync.localstack.process.Unprivileged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a stack keeps what. */
final class StackFolders {

    /** RabbitMQ's start script takes other letters in a path apart. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._+-]+");

    private final Path home;

    StackFolders(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    Path home() {
        return home;
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    /** What a service logs, for programs; it bounds and rotates that itself. */
    Path structuredLog(String name) {
        return home.resolve("logs").resolve(name + ".json");
    }

    Path mails() {
        return home.resolve("mails");
    }

    Path endpoints() {
        return home.resolve("endpoints.env");
    }

    Path state() {
        return home.resolve("state");
    }

    Path secrets() {
        return home.resolve("secrets.env");
    }

    Path lock() {
        return home.resolve("lock");
    }

    /** Written when a first full sync has completed on the data that is here. */
    Path firstSyncDone() {
        return home.resolve("data").resolve("first-sync-done");
    }

    /** The instant at which the simulated shop's history ends. */
    Path historyEnd() {
        return home.resolve("data").resolve("shop-history-end");
    }

    /**
     * Where the database and the broker keep their data: at home, or in the machine's folder for large temporary files
     * where the database's user cannot reach home, as in root's home, or where the path would break the broker.
     */
    Path data() {
        Path data = home.resolve("data");
        create(data);
        if (PLAIN.matcher(data.toString()).matches() && Unprivileged.canReach(data)) {
            return data;
        }
        Path elsewhere = elsewhere();
        create(elsewhere);
        return elsewhere;
    }

    /** Where the database lies. */
    Path database() {
        return data().resolve("postgresql");
    }

    Path elsewhere() {
        UUID name = UUID.nameUUIDFromBytes(home.toString().getBytes(StandardCharsets.UTF_8));
        return Path.of("/var/tmp", "square-sync-" + CurrentUser.id() + "-" + name);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(folder) || CurrentUser.owner(folder) != CurrentUser.id()) {
                throw new IllegalStateException(folder + " belongs to somebody else: remove it first");
            }
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the folder " + folder, e);
        }
    }
}
