package dev.squaresync.scheduler.broker;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the broker says about its queues.
 *
 * @param problem why it says nothing, a sentence; null: it answered
 * @param queues by name; empty if it did not answer
 * @param asOf when it was asked
 */
public record QueuesReport(@Nullable String problem, List<QueueState> queues, Instant asOf) {

    public boolean isReachable() {
        return problem == null;
    }
}
