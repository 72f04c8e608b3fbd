package dev.squaresync.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run has come to its end.
 *
 * @param kind {@code null} on the wire, as earlier schedulers said it, is SYNC
 * @param requestedBy a person's or a program's name, or {@code schedule}
 * @param streams one for each data type of the run
 */
public record SyncEnded(
        UUID runId,
        RunKind kind,
        RunState state,
        String requestedBy,
        Instant requestedAt,
        Instant endedAt,
        List<StreamEnded> streams) {

    public SyncEnded {
        kind = Objects.requireNonNullElse(kind, RunKind.SYNC);
    }

    /**
     * How one data type ended.
     *
     * @param from start of the window; null: the whole history
     * @param completeUpTo the mirror holds every change up to this instant; null: nothing is proven yet
     * @param failure why the stream is not COMPLETED; null if it is
     * @param retries deliveries of it that failed and were tried again, as far as was heard; null: not told, as earlier
     *     schedulers did not
     */
    public record StreamEnded(
            DataType dataType,
            StreamState state,
            @Nullable Instant from,
            Instant to,
            Instant endedAt,
            int partitions,
            int pages,
            PageCounts counts,
            @Nullable Instant completeUpTo,
            @Nullable Failure failure,
            @Nullable Integer retries) {

        /** One of which no retries are told. */
        public StreamEnded(
                DataType dataType,
                StreamState state,
                @Nullable Instant from,
                Instant to,
                Instant endedAt,
                int partitions,
                int pages,
                PageCounts counts,
                @Nullable Instant completeUpTo,
                @Nullable Failure failure) {
            this(dataType, state, from, to, endedAt, partitions, pages, counts, completeUpTo, failure, null);
        }
    }
}
