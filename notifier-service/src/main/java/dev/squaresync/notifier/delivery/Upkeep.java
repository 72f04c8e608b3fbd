package dev.squaresync.notifier.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what has long been over. */
@Component
class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private static final Duration KEPT = Duration.ofDays(90);

    private static final List<String> OVER = List.of(
            "delete from deliveries where coalesce(sent_at, given_up_at) < :before",
            "delete from alerts where closed_at < :before and due_at is null",
            "delete from heard_conditions where heard_at < :before",
            "delete from ended_streams where ended_at < :before");

    private final JdbcClient database;
    private final Clock clock;

    Upkeep(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT6H")
    void deleteWhatIsOver() {
        OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
        try {
            OVER.forEach(sql -> database.sql(sql).param("before", before).update());
        } catch (DataAccessException e) {
            LOG.warn("What is over cannot be deleted now, but later: {}", e.getMessage());
        }
    }
}
