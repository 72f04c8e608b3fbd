package dev.squaresync.direct.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The scheduler's history of runs, where the writer's role may enter direct runs. */
public final class SchedulersHistory {

    private static final String RECORD = JournalSql.read("record.sql");

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
        try {
            database.sql(RECORD)
                    .param("runId", runId)
                    .param("overlap", overlap.toString())
                    .query()
                    .listOfRows();
            database.sql("update direct_runs set recorded_at = :now where id = :runId")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("runId", runId)
                    .update();
            return Optional.empty();
        } catch (DataAccessException e) {
            String reason =
                    String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return Optional.of(reason.lines().findFirst().orElse(reason));
        }
    }
}
