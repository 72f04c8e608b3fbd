package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the scheduler shows it.
 *
 * @param reason why it was cancelled; null if it was not
 */
public record Run(
        String id,
        String state,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        Progress progress,
        List<Stream> streams) {

    /** Of the whole run; rows are Square's objects in committed pages. */
    public record Progress(int partitions, int partitionsCompleted, long pages, long rows) {}

    /**
     * One data type of the run.
     *
     * @param from null: the whole history
     * @param completeUpTo null: nothing is proven
     */
    public record Stream(
            String dataType,
            String state,
            @Nullable Instant from,
            Instant to,
            @Nullable Instant endedAt,
            int partitions,
            int partitionsCompleted,
            long pages,
            long inserted,
            long updated,
            long unchanged,
            long deleted,
            long parked,
            @Nullable Instant completeUpTo,
            @Nullable Failure failure) {

        public long rows() {
            return inserted + updated + unchanged + deleted + parked;
        }
    }

    public record Failure(String code, String detail, int attempts) {}

    public boolean isActive() {
        return state.equals("REQUESTED") || state.equals("RUNNING");
    }
}
