package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message about a run failed and will be tried again. Told so that people see why a run takes longer; nothing depends on it,
 * and it may get lost.
 *
 * @param dataType null: it is about the whole run
 * @param partitionId null: it is about the whole stream or run
 * @param queue where the message is worked on
 * @param attempt 1 for the first retry
 * @param attempts how many retries there are before the message is given up; 0: it is never given up
 * @param code why it failed, for programs
 * @param reason why it failed, a sentence for people; never holds a secret
 * @param at when it failed, by the clock of the service that works on it
 * @param nextTryAt not before
 */
public record DeliveryRetried(
        UUID runId,
        @Nullable DataType dataType,
        @Nullable String partitionId,
        String queue,
        int attempt,
        int attempts,
        String code,
        String reason,
        Instant at,
        Instant nextTryAt) {}
