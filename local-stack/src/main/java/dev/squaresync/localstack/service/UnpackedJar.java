package dev.squaresync.localstack.service;

import dev.squaresync.localstack.process.BaseEnvironment;
import dev.squaresync.localstack.process.Launch;
import dev.squaresync.localstack.process.OneShot;
import dev.squaresync.localstack.process.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What a service's jar is started from. The JVM cannot share the classes of jars that lie within a jar: unpacked, a service
 * starts with two thirds of the work, and with an archive of its classes with less than half. Both are kept beside the jar, by
 * the jar's content, and are gone with the next clean build.
 */
final class UnpackedJar {

    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private final Path jar;
    private final @Nullable Path classes;

    private UnpackedJar(Path jar, @Nullable Path classes) {
        this.jar = jar;
        this.classes = classes;
    }

    /**
     * Unpacks a jar unless that has been done.
     *
     * @param jar one without Spring starts quickly anyway and stays as it is
     * @param log for what the unpacking says
     */
    static UnpackedJar of(Path jar, Path log) {
        try {
            if (!hasSpring(jar)) {
                return new UnpackedJar(jar, null);
            }
            Path folder = jar.resolveSibling("unpacked").resolve(contentOf(jar));
            if (!Files.isDirectory(folder)) {
                unpack(jar, folder, log);
            }
            return new UnpackedJar(folder.resolve(jar.getFileName()), folder.resolve("classes.jsa"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + jar, e);
        }
    }

    /** The command's part from the options of its own to the jar. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (classes != null) {
            options.add(Files.exists(classes) ? "-XX:SharedArchiveFile=" + classes : "-XX:+RecordDynamicDumpInfo");
        }
        options.addAll(List.of("-jar", jar.toString()));
        return options;
    }

    /** Keeps the classes that a running process has loaded for the next start, unless that has been done. */
    void archiveClasses(long pid, Path log) {
        if (classes == null || Files.exists(classes)) {
            return;
        }
        Path unfinished = classes.resolveSibling("classes-" + pid + ".jsa");
        run(
                "archive of classes",
                List.of(tool("jcmd"), Long.toString(pid), "VM.cds", "dynamic_dump", unfinished.toString()),
                log);
        try {
            Files.move(unfinished, classes, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep " + classes, e);
        }
    }

    /** The tool that unpacks is itself written with Spring, and is in every jar that Spring Boot packs. */
    private static boolean hasSpring(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> entry.getName().startsWith("BOOT-INF/lib/spring-core-"));
        }
    }

    /** Not its time: builds that can be repeated give every jar the same. */
    private static String contentOf(Path jar) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] block = new byte[1 << 16];
        try (InputStream content = Files.newInputStream(jar)) {
            for (int length = content.read(block); length >= 0; length = content.read(block)) {
                sum.update(block, 0, length);
            }
        }
        return Long.toHexString(sum.getValue()) + "-" + Files.size(jar);
    }

    private static void unpack(Path jar, Path folder, Path log) throws IOException {
        Path unfinished = Files.createTempDirectory(Files.createDirectories(folder.resolveSibling("")), "unfinished");
        run(
                "unpacking of " + jar.getFileName(),
                List.of(
                        tool("java"),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unfinished.toString()),
                log);
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Another stack of this checkout was faster.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void run(String name, List<String> command, Path log) {
        Path folder = log.toAbsolutePath().resolveSibling("");
        OneShot.run(new Launch(name, command, BaseEnvironment.variables(), folder, log, StopSignal.TERM), AT_MOST);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
