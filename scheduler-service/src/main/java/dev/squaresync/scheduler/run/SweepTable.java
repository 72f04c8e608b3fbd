package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamSwept;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of sweeps. */
@Component
class SweepTable {

    private static final String IS_DUE = new SqlFile(SweepTable.class, "sweep-is-due.sql").text();
    private static final String FIND = "select swept_at, coalesce(missing, 0) as missing, coalesce(held, 0) as held"
            + " from sweeps where run_id = :runId and data_type = :dataType";
    private static final String INSERT =
            "insert into sweeps (run_id, data_type, requested_at) values (:runId, :dataType, :now)";
    private static final String ANSWER =
            "update sweeps set swept_at = :at, deleted = :deleted, missing = :missing, held = :held"
                    + " where run_id = :runId and data_type = :dataType and swept_at is null";

    private final JdbcClient jdbc;
    private final Clock clock;

    SweepTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the stream listed all there is, of what there may be something to delete. */
    boolean isDue(UUID runId, DataType dataType) {
        return jdbc.sql(IS_DUE)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Boolean.class)
                .single();
    }

    Optional<Sweep> find(UUID runId, DataType dataType) {
        return jdbc.sql(FIND)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Row.as(
                        row -> new Sweep(row.nullableInstant("swept_at"), row.number("missing"), row.number("held"))))
                .optional();
    }

    void insert(UUID runId, DataType dataType) {
        jdbc.sql(INSERT)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** @return whether it is the first answer */
    boolean answer(StreamSwept answer) {
        return jdbc.sql(ANSWER)
                        .param("runId", answer.runId())
                        .param("dataType", answer.dataType().name())
                        .param("at", SqlTime.of(answer.at()))
                        .param("deleted", answer.deleted())
                        .param("missing", answer.missing())
                        .param("held", answer.held())
                        .update()
                > 0;
    }
}
