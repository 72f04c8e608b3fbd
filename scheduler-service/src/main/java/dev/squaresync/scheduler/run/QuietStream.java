package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An active stream that has not moved for some time.
 *
 * @param drivenAgainAt when the fetcher was asked for it again; null: it was not
 */
public record QuietStream(
        UUID runId,
        DataType dataType,
        StreamState state,
        Instant requestedAt,
        Instant movedAt,
        @Nullable Instant drivenAgainAt) {}
