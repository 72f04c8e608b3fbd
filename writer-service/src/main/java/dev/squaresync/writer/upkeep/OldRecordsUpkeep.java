package dev.squaresync.writer.upkeep;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Deletes what is told of direct runs, sweeps and verifications that are long over; their pages, parts and findings go with them.
 * Every hour a little, so that the room is used again by what comes.
 */
@Component
class OldRecordsUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(OldRecordsUpkeep.class);

    private static final int MOST_AT_ONCE = 500;

    /** By table: when a row's subject was over. A direct run that was broken off is over when nobody has gone on with it for so long. */
    private static final Map<String, String> OVER = Map.of(
            "direct_runs", "coalesce(ended_at, started_at)",
            "sweep_receipts", "swept_at",
            "verification_pages", "kept_at",
            "verification_comparisons", "compared_at",
            "verifications", "ended_at");

    private final JdbcClient database;
    private final Turns turns;
    private final UpkeepSettings settings;
    private final Clock clock;

    OldRecordsUpkeep(JdbcClient database, Turns turns, UpkeepSettings settings, Clock clock) {
        this.database = database;
        this.turns = turns;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "45s", fixedDelayString = "1h")
    void keepUp() {
        OffsetDateTime before = clock.instant().minus(settings.keepRecords()).atOffset(ZoneOffset.UTC);
        OVER.forEach((table, over) -> prune(table, over, before));
    }

    private void prune(String table, String over, OffsetDateTime before) {
        try {
            turns.take(() -> delete(table, over, before));
        } catch (DataAccessException | TransactionException e) {
            LOG.info(
                    "Old rows of {} are deleted later: {}",
                    table,
                    e.getMostSpecificCause().getMessage());
        }
    }

    private void delete(String table, String over, OffsetDateTime before) {
        int deleted = database.sql(
                        "delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s < :before limit :most))"
                                .formatted(table, over))
                .param("before", before)
                .param("most", MOST_AT_ONCE)
                .update();
        if (deleted > 0) {
            LOG.info("{} old rows of {} were deleted.", deleted, table);
        }
    }
}
