package dev.squaresync.scheduler.run;

import dev.squaresync.message.RunState;
import java.util.UUID;

/** A run cannot be cancelled any more. */
public final class RunHasEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunHasEnded(UUID runId, RunState state) {
        super("Run " + runId + " has ended already: it is " + state + ".");
    }
}
