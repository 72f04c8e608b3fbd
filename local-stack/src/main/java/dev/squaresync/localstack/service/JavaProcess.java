package dev.squaresync.localstack.service;

import dev.squaresync.localstack.process.BaseEnvironment;
import dev.squaresync.localstack.process.Launch;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.RunningProcess;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.process.StopSignal;
import dev.squaresync.localstack.process.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program of this repository as a process of its own. */
public final class JavaProcess implements Part {

    private static final Duration UNTIL_READY = Duration.ofMinutes(2);
    /** Longer than a service takes to hand back what it has not finished. */
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(40);

    private final JavaProgram program;
    private final Readiness readiness;
    private final Path log;
    private final Launcher launcher;
    private @Nullable RunningProcess process;

    public JavaProcess(JavaProgram program, Readiness readiness, Path log, Launcher launcher) {
        this.program = program;
        this.readiness = readiness;
        this.log = log;
        this.launcher = launcher;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it without waiting, so that several can start side by side; {@link #awaitReady} must follow. */
    public void launch() {
        if (isRunning()) {
            return;
        }
        if (!Files.isRegularFile(program.jar())) {
            throw new StartFailure(name(), "is not built: there is no " + program.jar(), log);
        }
        Map<String, String> environment = new HashMap<>(BaseEnvironment.variables());
        environment.putAll(program.environment());
        Path folder = log.toAbsolutePath().resolveSibling("");
        process = launcher.launch(new Launch(name(), program.command(), environment, folder, log, StopSignal.TERM));
    }

    /** @throws StartFailure if it ends by itself or is not ready in time */
    public void awaitReady() {
        boolean decided = Waiting.until(UNTIL_READY, () -> readiness.isReady() || !isRunning());
        if (!isRunning()) {
            throw new StartFailure(name(), "ended while starting", log);
        }
        if (!decided) {
            throw new StartFailure(name(), "was not ready within " + UNTIL_READY.toSeconds() + " seconds", log);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(UNTIL_STOPPED);
        }
    }

    @Override
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    @Override
    public long pid() {
        if (process == null) {
            throw new IllegalStateException(name() + " was never started");
        }
        return process.pid();
    }

    @Override
    public Path log() {
        return log;
    }
}
