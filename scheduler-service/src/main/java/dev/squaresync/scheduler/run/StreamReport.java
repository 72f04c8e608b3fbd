package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded.StreamEnded;
import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream stands, in numbers counted from its rows.
 *
 * @param from start of the window; null: the whole history
 * @param plannedAt when its partitions were first known; null: not yet, or not written down
 * @param counts summed over all committed pages; a page that was fetched twice counts twice, its objects as unchanged
 * @param completeUpTo as of the stream's end, the mirror held every change up to this instant; null: not proven
 */
public record StreamReport(
        UUID runId,
        DataType dataType,
        StreamState state,
        @Nullable Instant from,
        Instant to,
        @Nullable Instant plannedAt,
        @Nullable Instant endedAt,
        int partitions,
        int partitionsCompleted,
        int pages,
        PageCounts counts,
        @Nullable Instant completeUpTo,
        @Nullable Failure failure) {

    static StreamReport of(Row row) throws SQLException {
        return new StreamReport(
                row.uuid("run_id"),
                row.dataType("data_type"),
                StreamState.valueOf(row.text("state")),
                row.nullableInstant("window_from"),
                row.instant("window_to"),
                row.nullableInstant("planned_at"),
                row.nullableInstant("ended_at"),
                row.number("partitions"),
                row.number("partitions_completed"),
                row.number("pages"),
                new PageCounts(
                        row.number("inserted"),
                        row.number("updated"),
                        row.number("unchanged"),
                        row.number("deleted"),
                        row.number("parked")),
                row.nullableInstant("complete_up_to"),
                failure(row));
    }

    private static @Nullable Failure failure(Row row) throws SQLException {
        String code = row.nullableText("failure_code");
        return code == null ? null : new Failure(code, row.text("failure_detail"), row.number("failure_attempts"));
    }

    /** @param retries how many deliveries of it were tried again, as far as was heard */
    StreamEnded ended(int retries) {
        Instant end = Objects.requireNonNull(endedAt, "a stream of an ended run has ended");
        return new StreamEnded(
                dataType, state, from, to, end, partitions, pages, counts, completeUpTo, failure, retries);
    }
}
