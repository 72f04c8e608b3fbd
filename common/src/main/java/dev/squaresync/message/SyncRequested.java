package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler asks for one stream: all objects of a data type that changed in a window.
 *
 * @param kind SYNC, or VERIFY: they are only looked at
 * @param from start of the window, inclusive; null: from the beginning of the shop's history
 * @param to end of the window, inclusive; fixed when the run was requested, so that paging never chases a moving end
 */
public record SyncRequested(
        UUID runId,
        RunKind kind,
        DataType dataType,
        @Nullable Instant from,
        Instant to) {

    public SyncRequested {
        // Earlier versions did not say it.
        kind = kind == null ? RunKind.SYNC : kind;
    }

    /** To be synced. */
    public SyncRequested(UUID runId, DataType dataType, @Nullable Instant from, Instant to) {
        this(runId, RunKind.SYNC, dataType, from, to);
    }
}
