package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Whether the database's clock and this machine's agree. */
record ClockProbe(Clock clock) implements DatabaseProbe {

    private static final Duration TOLERATED = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "clocks";
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        Instant before = clock.instant();
        Instant theirs = Row.of(
                        connection,
                        "select clock_timestamp() as now",
                        row -> row.getObject("now", OffsetDateTime.class).toInstant())
                .orElseThrow();
        Instant ours = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        Duration apart = Duration.between(ours, theirs).abs();
        return apart.compareTo(TOLERATED) <= 0
                ? Finding.ok(name(), "PostgreSQL's and this machine's agree.")
                : Finding.warning(
                        name(),
                        "PostgreSQL's and this machine's are " + apart.toSeconds() + " s apart.",
                        "Synchronise both machines' time (NTP). The overlap of syncs covers minutes, not more.");
    }
}
