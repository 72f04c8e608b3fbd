package dev.squaresync.localstack.command;

import dev.squaresync.localstack.process.RunningProcess;
import dev.squaresync.localstack.process.Waiting;
import dev.squaresync.localstack.stack.RunningStack;
import dev.squaresync.localstack.stack.StackLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Stays with a running stack and tells when a part of it ends by itself. */
final class Vigil {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final Path home;
    private final Screen screen;
    private final Set<RunningProcess> told = new HashSet<>();

    Vigil(Path home, Screen screen) {
        this.home = home;
        this.screen = screen;
    }

    /** Returns when another command has stopped the stack. */
    void keep() {
        while (true) {
            RunningStack stack = RunningStack.in(home);
            if (stack.started().isEmpty()) {
                screen.line("Stopped by another command.");
                return;
            }
            stack.dead().stream().filter(told::add).forEach(this::tell);
            Waiting.pause(POLL);
        }
    }

    private void tell(RunningProcess process) {
        // While another command stops everything, parts end one by one, as they should.
        if (StackLock.isTaken(home)) {
            return;
        }
        screen.line("%s (process %d) has ended. Its log is in %s; ./square-sync down and up start everything again."
                .formatted(process.name(), process.pid(), home.resolve("logs")));
    }
}
