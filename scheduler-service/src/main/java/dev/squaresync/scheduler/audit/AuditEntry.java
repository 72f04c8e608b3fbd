package dev.squaresync.scheduler.audit;

import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody has done.
 *
 * @param action such as {@code dead-letter.replay}
 * @param subject the id or the name of what it was done to; null: many
 * @param detail a sentence for people
 */
public record AuditEntry(
        long id,
        Instant at,
        String who,
        String action,
        @Nullable String subject,
        String detail) {

    static AuditEntry of(Row row) throws SQLException {
        return new AuditEntry(
                row.longNumber("id"),
                row.instant("at"),
                row.text("who"),
                row.text("action"),
                row.nullableText("subject"),
                row.text("detail"));
    }
}
