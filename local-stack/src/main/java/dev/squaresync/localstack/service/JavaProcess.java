package dev.squaresync.localstack.service;

import dev.squaresync.localstack.process.BaseEnvironment;
import dev.squaresync.localstack.process.Launch;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.process.PartProcess;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.process.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A program of this repository as a process of its own. */
public final class JavaProcess implements Part {

    /** A service that takes seconds on an idle machine takes minutes on two cores that are busy with a build. */
    private static final Duration UNTIL_READY = Duration.ofMinutes(5);
    /** Longer than a service takes to hand back what it has not finished. */
    private static final Duration UNTIL_STOPPED = Duration.ofSeconds(40);

    private final JavaProgram program;
    private final Readiness readiness;
    private final PartProcess process;

    public JavaProcess(JavaProgram program, Readiness readiness, Path log, Launcher launcher) {
        this.program = program;
        this.readiness = readiness;
        this.process = new PartProcess(program.name(), log, launcher);
    }

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public void launch() {
        if (isRunning()) {
            return;
        }
        if (!Files.isRegularFile(program.jar())) {
            throw new StartFailure(name(), "is not built: there is no " + program.jar(), log());
        }
        Map<String, String> environment = new HashMap<>(BaseEnvironment.variables());
        environment.putAll(program.environment());
        // In the folder of the log, because there the JVM leaves its report when it crashes.
        Path folder = log().toAbsolutePath().resolveSibling("");
        List<String> command = program.command(UnpackedJar.of(program.jar(), log()));
        process.launch(new Launch(name(), command, environment, folder, log(), StopSignal.TERM));
    }

    /** Makes the next start of this program quicker, once for each build. Holds the running one up for a second or two. */
    public void archiveClasses() {
        UnpackedJar.of(program.jar(), log()).archiveClasses(pid(), log());
    }

    @Override
    public void awaitReady() {
        process.awaitReady(UNTIL_READY, readiness::isReady);
    }

    @Override
    public void stop() {
        process.stop(UNTIL_STOPPED);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void pause() {
        process.pause();
    }

    @Override
    public void resume() {
        process.resume();
    }

    @Override
    public boolean isRunning() {
        return process.isRunning();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Path log() {
        return process.log();
    }
}
