package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a stream was given up after all its retries.
 *
 * @param partitionId the partition that cannot become complete; null: the stream could not even be planned
 */
public record StreamFailed(
        UUID runId, DataType dataType, @Nullable String partitionId, Failure failure, Instant failedAt) {}
