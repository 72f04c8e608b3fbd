package dev.squaresync.scheduler.metrics;

import dev.squaresync.message.DataType;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows say at one moment.
 *
 * @param provenUpTo up to where each data type is complete; those of which nothing is proven are not in it
 * @param unpublished messages in the outbox
 * @param oldestUnpublished when the oldest of them was stored; null: there is none
 * @param openDeadLetters by queue; queues without any are not in it
 */
record Figures(
        Map<DataType, Instant> provenUpTo,
        long unpublished,
        @Nullable Instant oldestUnpublished,
        Map<String, Long> openDeadLetters) {}
