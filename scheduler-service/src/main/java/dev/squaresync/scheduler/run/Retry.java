package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of a run's message that failed and was tried again.
 *
 * @param dataType null: it is about the whole run
 * @param partitionId null: it is about the whole stream or run
 * @param queue where it failed
 * @param attempt 1 for the first retry
 * @param attempts how many retries there are before it is given up; 0: it never is
 * @param reason a sentence; may hold words from outside
 */
public record Retry(
        @Nullable DataType dataType,
        @Nullable String partitionId,
        String queue,
        int attempt,
        int attempts,
        String code,
        String reason,
        Instant at,
        Instant nextTryAt) {

    /** For people, such as {@code Retry 2 of 5}. */
    public String number() {
        return attempts == 0 ? "Retry " + attempt : "Retry " + attempt + " of " + attempts;
    }
}
