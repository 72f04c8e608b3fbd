package dev.squaresync.localstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Starts processes. A stack puts its own launcher in between, which writes down what it has started. */
@FunctionalInterface
public interface Launcher {

    /**
     * Starts a process that lives on when this one ends.
     *
     * @throws StartFailure if the program cannot be started at all
     */
    RunningProcess launch(Launch launch);

    /** Starts without writing anything down. */
    static Launcher direct() {
        return launch -> {
            // A session of its own: Ctrl-C in the terminal goes to the command that started it, which then stops its
            // processes in order, instead of to all of them at once.
            List<String> command = new ArrayList<>(List.of("setsid"));
            command.addAll(launch.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(launch.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().clear();
            builder.environment().putAll(launch.environment());
            try {
                Files.createDirectories(launch.folder());
                Files.createDirectories(launch.log().toAbsolutePath().getParent());
                new CapturedOutput(launch.log()).setAsideIfLarge();
                return RunningProcess.of(launch.name(), builder.start().pid(), launch.stopSignal());
            } catch (IOException e) {
                throw new StartFailure(launch.name(), "cannot be started: " + e.getMessage(), launch.log());
            }
        };
    }
}
