package dev.squaresync.scheduler.deadletter;

import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters with the same cause.
 *
 * @param wireType null: the sender did not name it
 * @param dataType null: none is known
 * @param example the one that was seen last
 */
public record DeadLetterGroup(
        String queue,
        @Nullable String wireType,
        String code,
        @Nullable String dataType,
        long count,
        Instant firstSeenAt,
        Instant lastSeenAt,
        Example example) {

    /** One of the group. */
    public record Example(UUID id, String reason) {}

    static DeadLetterGroup of(Row row) throws SQLException {
        return new DeadLetterGroup(
                row.text("queue"),
                row.nullableText("wire_type"),
                row.text("code"),
                row.nullableText("data_type"),
                row.longNumber("letters"),
                row.instant("first_seen_at"),
                row.instant("last_seen_at"),
                new Example(row.uuid("example_id"), row.text("example_reason")));
    }
}
