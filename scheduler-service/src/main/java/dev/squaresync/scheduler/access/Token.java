package dev.squaresync.scheduler.access;

import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a program's token; the token itself is not.
 *
 * @param name the program's
 * @param lastUsedAt to the minute; null: never
 * @param revokedAt null: it is in force
 */
public record Token(
        UUID id,
        String name,
        Role role,
        Instant createdAt,
        String createdBy,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    static Token of(Row row) throws SQLException {
        return new Token(
                row.uuid("id"),
                row.text("name"),
                Role.of(row.text("role")).orElseThrow(),
                row.instant("created_at"),
                row.text("created_by"),
                row.nullableInstant("last_used_at"),
                row.nullableInstant("revoked_at"),
                row.nullableText("revoked_by"));
    }
}
