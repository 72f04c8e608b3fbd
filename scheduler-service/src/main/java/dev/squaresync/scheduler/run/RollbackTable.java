package dev.squaresync.scheduler.run;

import dev.squaresync.message.RolledBack;
import dev.squaresync.scheduler.run.Rollback.Result;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of roll-backs and of their answers. */
@Component
public class RollbackTable {

    private static final String ADD_ANSWER = """
            insert into rolled_back_streams (
                run_id, data_type, restored, removed, reinserted, skipped, skipped_ids, answered_at)
            values (:runId, :dataType, :restored, :removed, :reinserted, :skipped, :skippedIds, :answeredAt)
            on conflict (run_id, data_type) do nothing
            """;
    private static final String ANSWERS = "select * from rolled_back_streams where run_id = :runId order by data_type";

    private final JdbcClient jdbc;

    RollbackTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty: there is no such run, or it is no roll-back. */
    @Transactional(readOnly = true)
    public Optional<Rollback> find(UUID runId) {
        return jdbc.sql("select * from rollbacks where run_id = :runId")
                .param("runId", runId)
                .query(Row.as(row -> new Rollback(runId, row.uuid("of_run_id"), row.flag("dry_run"), answers(runId))))
                .optional();
    }

    /** The newest roll-back of a run that was not a dry one; empty: there is none. */
    @Transactional(readOnly = true)
    public Optional<UUID> ofRun(UUID ofRunId) {
        return jdbc.sql("select b.run_id from rollbacks b join sync_runs r on r.id = b.run_id"
                        + " where b.of_run_id = :ofRunId and not b.dry_run order by r.requested_at desc limit 1")
                .param("ofRunId", ofRunId)
                .query(UUID.class)
                .optional();
    }

    void insert(UUID runId, UUID ofRunId, boolean dryRun) {
        jdbc.sql("insert into rollbacks (run_id, of_run_id, dry_run) values (:runId, :ofRunId, :dryRun)")
                .param("runId", runId)
                .param("ofRunId", ofRunId)
                .param("dryRun", dryRun)
                .update();
    }

    void insert(RolledBack answer) {
        jdbc.sql(ADD_ANSWER)
                .param("runId", answer.runId())
                .param("dataType", answer.dataType().name())
                .param("restored", answer.restored())
                .param("removed", answer.removed())
                .param("reinserted", answer.reinserted())
                .param("skipped", answer.skipped())
                .param("skippedIds", answer.skippedIds().toArray(String[]::new))
                .param("answeredAt", SqlTime.of(answer.at()))
                .update();
    }

    private List<Result> answers(UUID runId) {
        return jdbc.sql(ANSWERS)
                .param("runId", runId)
                .query(Row.as(RollbackTable::answer))
                .list();
    }

    private static Result answer(Row row) throws SQLException {
        return new Result(
                row.dataType("data_type"),
                row.number("restored"),
                row.number("removed"),
                row.number("reinserted"),
                row.number("skipped"),
                row.texts("skipped_ids"));
    }
}
