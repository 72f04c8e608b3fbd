package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the shop's data stands, as the scheduler shows it. */
public record Status(boolean ok, String verdict, List<DataTypeStatus> dataTypes) {

    /**
     * @param completeUpTo null: nothing is proven
     * @param nextDue null while paused
     */
    public record DataTypeStatus(
            String dataType,
            @Nullable LastRun lastRun,
            @Nullable Instant lastSuccess,
            @Nullable Instant completeUpTo,
            @Nullable Instant nextDue,
            boolean paused) {}

    /** @param endedAt null: it is active */
    public record LastRun(String id, String state, @Nullable Instant endedAt) {}
}
