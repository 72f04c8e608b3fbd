package dev.squaresync.notifier.run;

import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which ends of runs have been told. */
@Repository
class ToldEndings {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:runId, 0))";
    private static final String TOLD = "select state from told_endings where run_id = :runId";
    private static final String REMEMBER = """
            insert into told_endings (run_id, state, ended_at, told_at)
            values (:runId, :state, :endedAt, :toldAt)
            """;

    private final JdbcClient database;

    ToldEndings(JdbcClient database) {
        this.database = database;
    }

    /** Waits for who is just telling an end of the same run. */
    Set<RunState> of(UUID runId) {
        database.sql(LOCK).param("runId", runId.toString()).query().singleRow();
        return database.sql(TOLD)
                .param("runId", runId)
                .query((row, number) -> RunState.valueOf(row.getString("state")))
                .set();
    }

    void remember(SyncEnded run, Instant now) {
        database.sql(REMEMBER)
                .param("runId", run.runId())
                .param("state", run.state().name())
                .param("endedAt", run.endedAt().atOffset(ZoneOffset.UTC))
                .param("toldAt", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
