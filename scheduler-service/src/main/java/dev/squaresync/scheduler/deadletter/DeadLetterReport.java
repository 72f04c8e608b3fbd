package dev.squaresync.scheduler.deadletter;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as people see it in a list.
 *
 * @param queue the work queue that it came from
 * @param wireType null: the sender did not name it
 * @param attempts 0: the broker gave it up, which does not say
 * @param runId null: not readable
 * @param dataType null: it is about a whole run, or not readable
 * @param partitionId null: it is about a whole stream or run, or not readable
 * @param traceId 32 hexadecimal digits; null: not known
 * @param replays how often it was sent back to its queue
 * @param decidedBy who asked for the last replay, or discarded it; null: nobody has yet
 * @param discardReason null: it is not discarded
 */
public record DeadLetterReport(
        UUID id,
        DeadLetterState state,
        String queue,
        @Nullable String wireType,
        String code,
        String reason,
        int attempts,
        @Nullable UUID runId,
        @Nullable DataType dataType,
        @Nullable String partitionId,
        @Nullable String traceId,
        Instant firstSeenAt,
        Instant lastSeenAt,
        int replays,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String discardReason) {

    static DeadLetterReport of(Row row) throws SQLException {
        String dataType = row.nullableText("data_type");
        return new DeadLetterReport(
                row.uuid("id"),
                DeadLetterState.valueOf(row.text("state")),
                row.text("queue"),
                row.nullableText("wire_type"),
                row.text("code"),
                row.text("reason"),
                row.number("attempts"),
                row.nullableUuid("run_id"),
                dataType == null ? null : DataType.of(dataType),
                row.nullableText("partition_id"),
                row.nullableText("trace_id"),
                row.instant("first_seen_at"),
                row.instant("last_seen_at"),
                row.number("replays"),
                row.nullableText("decided_by"),
                row.nullableInstant("decided_at"),
                row.nullableText("discard_reason"));
    }
}
