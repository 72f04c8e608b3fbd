package dev.squaresync.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The process behind a {@link Part}: one after the other, as the part is started again. */
public final class PartProcess {

    private final String name;
    private final Path log;
    private final Launcher launcher;
    private @Nullable RunningProcess process;

    public PartProcess(String name, Path log, Launcher launcher) {
        this.name = name;
        this.log = log;
        this.launcher = launcher;
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    public void launch(Launch launch) {
        process = launcher.launch(launch);
    }

    /** @throws StartFailure if the process ends by itself or the condition does not hold in time */
    public void awaitReady(Duration atMost, BooleanSupplier ready) {
        boolean decided = Waiting.until(atMost, () -> !isRunning() || ready.getAsBoolean());
        if (!isRunning()) {
            throw new StartFailure(name, "ended while starting", log);
        }
        if (!decided) {
            throw new StartFailure(name, "was not ready within " + atMost.toSeconds() + " seconds", log);
        }
    }

    public void stop(Duration grace) {
        if (process != null) {
            process.stop(grace);
        }
    }

    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    public void pause() {
        if (process != null) {
            process.pause();
        }
    }

    public void resume() {
        if (process != null) {
            process.resume();
        }
    }

    public boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** @throws IllegalStateException if it was never started */
    public long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return process.pid();
    }
}
