package dev.squaresync.notifier.expected;

import dev.squaresync.message.RunExpected;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each data type's next run is to start, as the scheduler has said last. */
@Repository
public class ExpectedRuns {

    private static final String KEEP = """
            insert into expected_runs (data_type, expected_at, waits_for, said_at)
            values (:dataType, :expectedAt, :waitsFor, :saidAt)
            on conflict (data_type) do update
            set expected_at = excluded.expected_at, waits_for = excluded.waits_for, said_at = excluded.said_at
            where expected_runs.said_at < excluded.said_at
            """;

    private final JdbcClient database;

    ExpectedRuns(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it, if nothing later was said. */
    public void heard(RunExpected run) {
        Instant expectedAt = run.expectedAt();
        database.sql(KEEP)
                .param("dataType", run.dataType().name())
                .param("expectedAt", expectedAt == null ? null : expectedAt.atOffset(ZoneOffset.UTC))
                .param("waitsFor", run.waitsFor())
                .param("saidAt", run.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Those that were to start before a time and have not: else the scheduler would have said when the next one is. */
    List<Missed> before(Instant time) {
        return database.sql("select data_type, expected_at, waits_for from expected_runs"
                        + " where expected_at < :time order by expected_at, data_type")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Missed(
                        row.getString("data_type"),
                        row.getTimestamp("expected_at").toInstant(),
                        row.getString("waits_for")))
                .list();
    }

    /** @param waitsFor why it was said to start later; null: it was not */
    record Missed(
            String dataType, Instant expectedAt, @Nullable String waitsFor) {}
}
