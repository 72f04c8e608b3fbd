package dev.squaresync.writer.mirror;

import dev.squaresync.message.RollBack;
import dev.squaresync.writer.mirror.ObjectPlan.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The states that rows had before they were changed. Triggers keep them; here they are looked up and put back. */
@Component
class PreviousStates {

    private final JdbcClient database;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    PreviousStates(JdbcClient database) {
        this.database = database;
    }

    /** Every change since this time is kept. */
    Instant keptSince() {
        return database.sql("select since from previous_states_kept")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The keys of all objects that the run has touched, in their order. */
    List<List<String>> touchedBy(RollBack request, Table table) {
        return of("roll-back-keys.sql", request, table)
                .query((row, number) -> List.of((String[]) row.getArray("key").getArray()))
                .list();
    }

    List<ObjectPlan> plan(RollBack request, Table table, List<List<String>> keys) {
        return withKeys(of("roll-back-plan.sql", request, table), table, keys)
                .query((row, number) -> plan(row, keys))
                .list();
    }

    /** Keeps the rows of these objects from changing until the transaction ends. */
    void lock(RollBack request, Table table, List<List<String>> keys) {
        withKeys(of("roll-back-lock.sql", request, table), table, keys).query().singleRow();
    }

    /** @return the ids of the objects that were put back */
    List<String> restore(RollBack request, Table table, List<ObjectPlan> plans) {
        return of("roll-back-restore.sql", request, table)
                .param("ids", stateIds(plans, Action.RESTORED, Action.REINSERTED))
                .param("absent", stateIds(plans, Action.REINSERTED))
                .param("fetchedAt", null, Types.TIMESTAMP_WITH_TIMEZONE)
                .query(String.class)
                .list();
    }

    /** @return the ids of the objects that were removed */
    List<String> remove(RollBack request, Table table, List<ObjectPlan> plans) {
        List<List<String>> keys = plans.stream()
                .filter(plan -> plan.isToDo(Action.REMOVED))
                .map(ObjectPlan::key)
                .toList();
        return withKeys(of("roll-back-remove.sql", request, table), table, keys)
                .query(String.class)
                .list();
    }

    private StatementSpec of(String file, RollBack request, Table table) {
        return database.sql(statements.computeIfAbsent(file + table.name(), key -> new TableSql(table).of(file)))
                .param("table", table.name())
                .param("ofRunId", request.ofRunId())
                .param("runId", request.runId());
    }

    private static StatementSpec withKeys(StatementSpec statement, Table table, List<List<String>> keys) {
        StatementSpec whole = statement;
        for (int part = 0; part < table.key().size(); part++) {
            int index = part;
            whole = whole.param(
                    table.key().get(part),
                    keys.stream().map(key -> key.get(index)).toArray(String[]::new));
        }
        return whole;
    }

    private static Long[] stateIds(List<ObjectPlan> plans, Action... actions) {
        return plans.stream()
                .filter(plan -> Arrays.stream(actions).anyMatch(plan::isToDo))
                .map(ObjectPlan::stateId)
                .toArray(Long[]::new);
    }

    private static ObjectPlan plan(ResultSet row, List<List<String>> keys) throws SQLException {
        return new ObjectPlan(
                keys.get(row.getInt("number") - 1),
                Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
                row.getObject("first_id", Long.class),
                row.getBoolean("is_done"),
                row.getBoolean("is_touched"));
    }
}
