package dev.squaresync.scheduler.run;

import dev.squaresync.message.RunKind;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import java.util.List;

/**
 * A run to be started.
 *
 * @param policies the data types, most urgent first; at least one
 * @param force cancels the active streams of these data types instead of being refused
 */
public record NewRun(
        RunKind kind, Trigger trigger, String requestedBy, List<StreamPolicy> policies, Reach reach, boolean force) {

    public NewRun {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("A run has at least one data type.");
        }
    }

    /** A run that brings data. */
    public static NewRun sync(
            Trigger trigger, String requestedBy, List<StreamPolicy> policies, Reach reach, boolean force) {
        return new NewRun(RunKind.SYNC, trigger, requestedBy, policies, reach, force);
    }
}
