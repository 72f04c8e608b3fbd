package dev.squaresync.localstack.command;

import dev.squaresync.localstack.LocalStack;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.stack.Port;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A checkout whose jars are stubs but for this module's own, and a shell in it. */
public final class StubCheckout {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private StubCheckout(Path folder) {
        this.folder = folder;
    }

    public static StubCheckout in(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        StubCheckout checkout = new StubCheckout(folder);
        checkout.jar("local-stack", LocalStack.class);
        for (String module : List.of(
                "square-simulator", "scheduler-service", "fetcher-service", "writer-service", "notifier-service")) {
            checkout.jar(module, StubProgram.class);
        }
        Iterator<Integer> ports = FreePorts.take(Port.values().length).iterator();
        Arrays.stream(Port.values()).forEach(port -> checkout.set(port.variable(), Integer.toString(ports.next())));
        return checkout;
    }

    void set(String variable, String value) {
        environment.put(variable, value);
    }

    void unset(String variable) {
        environment.remove(variable);
    }

    int port(Port port) {
        return Integer.parseInt(environment.get(port.variable()));
    }

    Path home() {
        return folder.resolve(".local");
    }

    /** Runs a command to its end. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String output = new String(process.getInputStream().readAllBytes());
        return new Outcome(process.waitFor(), output);
    }

    /** Starts a command, whose output is to be read from the process. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                // A test that was started in a shell's background ignores Ctrl-C, and its children would as well.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dcheckout=" + folder,
                "-jar",
                appJar("local-stack").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private void jar(String module, Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        Files.createDirectories(appJar(module).getParent());
        try (OutputStream file = Files.newOutputStream(appJar(module))) {
            new JarOutputStream(file, manifest).close();
        }
    }

    private Path appJar(String module) {
        return folder.resolve(module).resolve("target").resolve(module + "-app.jar");
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
    }

    record Outcome(int exitCode, String output) {}
}
