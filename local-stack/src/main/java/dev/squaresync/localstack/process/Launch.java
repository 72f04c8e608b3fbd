package dev.squaresync.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is needed to start a process.
 *
 * @param name what it is, in words for a person
 * @param command program and arguments
 * @param environment all of its environment: nothing is inherited, so that a stack behaves the same in every shell
 * @param folder its working folder, which must exist
 * @param log the file that its output is appended to
 * @param stopSignal what asks it to end in an orderly way
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path folder,
        Path log,
        StopSignal stopSignal) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
