package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.DeadLetter;
import java.time.Duration;
import java.util.UUID;

/**
 * A dead letter on its way back to its queue.
 *
 * @param failures how often publishing it has failed
 */
record Replay(UUID id, DeadLetter letter, int failures) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    /** How long to wait after one more failure: 1 s, 2 s, 4 s … up to the longest wait. */
    Duration waitAfterFailure() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Whether one more failure is worth a line in the log: the 1st, 2nd, 4th, 8th and so on. */
    boolean isFailureWorthTelling() {
        return Integer.bitCount(failures + 1) == 1;
    }
}
