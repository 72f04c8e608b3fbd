package dev.squaresync.scheduler.metrics;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.broker.QueueState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows, and for the queues the broker, say at one moment.
 *
 * @param provenUpTo up to where each data type is complete; those of which nothing is proven are not in it
 * @param unpublished messages in the outbox
 * @param oldestUnpublished when the oldest of them was stored; null: there is none
 * @param openDeadLetters by queue; queues without any are not in it
 * @param queues by name, as the broker counts them; empty if it does not say
 */
record Figures(
        Map<DataType, Instant> provenUpTo,
        long unpublished,
        @Nullable Instant oldestUnpublished,
        Map<String, Long> openDeadLetters,
        Map<String, QueueState> queues) {}
