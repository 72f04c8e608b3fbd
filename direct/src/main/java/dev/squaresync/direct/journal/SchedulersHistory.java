package dev.squaresync.direct.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scheduler's history of runs, where the writer's role may enter what was done without the scheduler. */
public final class SchedulersHistory {

    private static final String RECORD = JournalSql.read("record.sql");
    private static final String RECORD_VERIFICATION = JournalSql.read("record-verification.sql");

    /** As many as the scheduler's pages show. */
    private static final int MOST_FINDINGS = 500;

    private static final int DAYS = 62;
    private static final int MOST_DAYS = 5_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Duration overlap;

    /** @param overlap how much the end of a window is distrusted, as the scheduler has it */
    public SchedulersHistory(JdbcClient database, Clock clock, Duration overlap) {
        this.database = database;
        this.clock = clock;
        this.overlap = overlap;
    }

    /** Enters a run that has ended; a run that is there already stays as it is. @return why that is not possible, as a sentence; empty: done */
    public Optional<String> record(UUID runId) {
        return tried(() -> {
            database.sql(RECORD)
                    .param("runId", runId)
                    .param("overlap", overlap.toString())
                    .query()
                    .listOfRows();
            database.sql("update direct_runs set recorded_at = :now where id = :runId")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("runId", runId)
                    .update();
        });
    }

    /**
     * Enters a comparison with Square: the data types whose whole history was compared.
     *
     * @return why that is not possible, as a sentence; empty: done
     */
    public Optional<String> recordVerification(UUID id, String requestedBy, boolean repair, ZoneId zone) {
        return tried(() -> database.sql(RECORD_VERIFICATION)
                .param("id", id)
                .param("requestedBy", requestedBy)
                .param("repair", repair)
                .param("zone", zone.getId())
                .param("days", DAYS)
                .param("mostFindings", MOST_FINDINGS)
                .param("mostDays", MOST_DAYS)
                .query()
                .listOfRows());
    }

    private static Optional<String> tried(Runnable entry) {
        try {
            entry.run();
            return Optional.empty();
        } catch (DataAccessException e) {
            String reason =
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return Optional.of(reason.lines().findFirst().orElse(reason));
        }
    }
}
