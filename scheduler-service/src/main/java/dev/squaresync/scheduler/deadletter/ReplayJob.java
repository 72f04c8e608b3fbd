package dev.squaresync.scheduler.deadletter;

import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Many dead letters that were sent back to their queues at once, and how far that has come.
 *
 * @param asked which ones, in words, such as {@code code square-unauthorized}
 * @param total how many
 * @param waiting those on their way to their queues
 * @param published those that reached their queues, and have not been given up again since
 * @param failedAgain those that were given up again; each is open, unless somebody has discarded it since
 */
public record ReplayJob(
        UUID id, String who, String asked, Instant startedAt, int total, int waiting, int published, int failedAgain) {

    static ReplayJob of(Row row) throws SQLException {
        return new ReplayJob(
                row.uuid("id"),
                row.text("who"),
                row.text("asked"),
                row.instant("started_at"),
                row.number("total"),
                row.number("waiting"),
                row.number("published"),
                row.number("failed_again"));
    }

    /** Every dead letter has reached its queue. */
    public boolean done() {
        return waiting == 0;
    }
}
