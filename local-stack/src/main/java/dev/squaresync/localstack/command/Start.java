package dev.squaresync.localstack.command;

import dev.squaresync.localstack.process.RunningProcess;
import dev.squaresync.localstack.process.StartFailure;
import dev.squaresync.localstack.scheduler.RunStatus;
import dev.squaresync.localstack.scheduler.SchedulerApi;
import dev.squaresync.localstack.stack.Endpoints;
import dev.squaresync.localstack.stack.FirstSync;
import dev.squaresync.localstack.stack.RunningStack;
import dev.squaresync.localstack.stack.StackLock;
import dev.squaresync.localstack.stack.StackSettings;
import dev.squaresync.localstack.stack.SystemStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ExitCode;

/** The course of {@code up}. */
final class Start {

    private static final int TAIL_LINES = 15;

    private final StackSettings settings;
    private final Path home;
    private final Screen screen;

    Start(StackSettings settings, Screen screen) {
        this.settings = settings;
        this.home = settings.home();
        this.screen = screen;
    }

    /** Returns the exit code. */
    int run(boolean detach, boolean sync) {
        SystemStack stack;
        CtrlC ctrlC;
        try (StackLock lock = lock()) {
            RunningStack earlier = RunningStack.in(home);
            if (earlier.isWhole()) {
                screen.line("Everything is running already:");
                earlier.endpoints().ifPresent(this::showAddresses);
                return ExitCode.OK;
            }
            stopRemains(earlier);
            new Preflight(settings).check();
            stack = SystemStack.of(settings);
            ctrlC = CtrlC.does(() -> stop(stack));
            if (!start(stack, ctrlC)) {
                return ExitCode.SOFTWARE;
            }
        }
        int exitCode = sync ? sync(stack.endpoints(), ctrlC) : ExitCode.OK;
        screen.line("");
        showAddresses(stack.endpoints());
        screen.line("");
        if (exitCode != ExitCode.OK) {
            screen.line("Not everything is in the mirror; why is told above. Everything runs on, to be looked at.");
        }
        if (detach) {
            ctrlC.close();
            screen.line("Everything goes on running; ./square-sync down stops it.");
            return exitCode;
        }
        screen.line("Ctrl-C stops everything.");
        new Vigil(home, screen).keep();
        ctrlC.close();
        return exitCode;
    }

    private StackLock lock() {
        return StackLock.tryTake(home)
                .orElseThrow(
                        () -> new UserMistake("Another ./square-sync up or down is starting or stopping things here:"
                                + " wait for it, or end it with Ctrl-C."));
    }

    private void stopRemains(RunningStack earlier) {
        if (earlier.started().isEmpty()) {
            return;
        }
        String dead = earlier.dead().stream().map(RunningProcess::name).collect(Collectors.joining(", "));
        screen.line("Only a part of what was started here still runs (ended: " + dead
                + "): stopping the rest, then starting again.");
        earlier.stop();
    }

    private boolean start(SystemStack stack, CtrlC ctrlC) {
        screen.line("Starting PostgreSQL, RabbitMQ, a mail catcher, "
                + settings.square().map(square -> "").orElse("the Square simulator, ") + "and the services:");
        settings.square().ifPresent(square -> screen.line("  " + square + " itself is synced, not the simulator."));
        try (StartDisplay display = new StartDisplay(screen)) {
            stack.start(display);
            return true;
        } catch (StartFailure | IllegalStateException | UncheckedIOException e) {
            ctrlC.silenceIfPressed();
            tell(e);
        }
        stop(stack);
        ctrlC.close();
        return false;
    }

    private void tell(RuntimeException failure) {
        screen.line("");
        screen.line(failure.getMessage() + ".");
        if (failure instanceof StartFailure part) {
            List<String> tail = LogTail.of(part.log(), TAIL_LINES);
            if (!tail.isEmpty()) {
                screen.line("The last lines of " + part.log() + ":");
                tail.forEach(line -> screen.line("  " + line));
            }
        }
    }

    private int sync(Endpoints endpoints, CtrlC ctrlC) {
        SchedulerApi scheduler = new SchedulerApi(endpoints.get("SCHEDULER_URL"), endpoints.get("API_TOKEN"));
        try {
            return new FirstRun(scheduler, FirstSync.in(home), screen).run().exitCode();
        } catch (IOException e) {
            ctrlC.silenceIfPressed();
            screen.line("The sync cannot be followed: " + e.getMessage());
            return RunStatus.FAILED;
        }
    }

    private void showAddresses(Endpoints endpoints) {
        new AddressTable(endpoints, home).lines().forEach(screen::line);
    }

    private void stop(SystemStack stack) {
        screen.line("Stopping everything...");
        stack.close();
        screen.line("Stopped.");
    }
}
