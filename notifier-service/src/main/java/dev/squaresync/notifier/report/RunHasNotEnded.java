package dev.squaresync.notifier.report;

import dev.squaresync.message.RunState;
import java.util.UUID;

/** A run's end was announced with a state that is no end. */
public final class RunHasNotEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunHasNotEnded(UUID runId, RunState state) {
        super("Run " + runId + " was announced as ended, but its state is " + state + ".");
    }
}
