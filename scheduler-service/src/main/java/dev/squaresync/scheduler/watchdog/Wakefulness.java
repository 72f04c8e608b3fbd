package dev.squaresync.scheduler.watchdog;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Since when the watchdogs of all schedulers together have been looking without a break. While none looks, because the
 * schedulers or their database are down, no movement is written down either: that time counts against no stream.
 */
@Component
class Wakefulness {

    private static final String LOOK = new SqlFile(Wakefulness.class, "look.sql").text();

    private static final Duration BREAK = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Wakefulness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Says that one looks now. */
    Instant awakeSince() {
        Instant now = clock.instant();
        return jdbc.sql(LOOK)
                .param("now", SqlTime.of(now))
                .param("breakSince", SqlTime.of(now.minus(BREAK)))
                .query(Row.as(row -> row.instant("awake_since")))
                .single();
    }
}
