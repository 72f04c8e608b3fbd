package dev.squaresync.scheduler.access;

import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Somebody who may sign in.
 *
 * @param createdBy a person's or a program's name
 */
public record Person(String name, Role role, Instant createdAt, String createdBy, Instant passwordChangedAt) {

    static Person of(Row row) throws SQLException {
        return new Person(
                row.text("name"),
                Role.of(row.text("role")).orElseThrow(),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("password_changed_at"));
    }
}
