package dev.squaresync.localstack.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A runnable jar and how to run it.
 *
 * @param name what it is, in words for a person
 * @param jar the file
 * @param jvmOptions for instance the size of the heap
 * @param arguments for the program
 * @param environment added to the few variables that every program gets
 */
public record JavaProgram(
        String name, Path jar, List<String> jvmOptions, List<String> arguments, Map<String, String> environment) {

    public JavaProgram {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    List<String> command(UnpackedJar unpacked) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(unpacked.options());
        command.addAll(arguments);
        return command;
    }
}
