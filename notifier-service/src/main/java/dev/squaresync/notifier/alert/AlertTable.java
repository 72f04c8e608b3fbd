package dev.squaresync.notifier.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of alerts. */
@Repository
class AlertTable {

    private static final String COLUMNS = "id, content::text as content, severity, opened_at, tellings, told_at";

    private static final String INSERT = """
            insert into alerts (id, cause, kind, severity, content, opened_at, changed_at, due_at)
            values (:id, :cause, :kind, :severity, :content::jsonb, :now, :now, :dueAt)
            """;

    private static final String UPDATE = """
            update alerts
            set content = :content::jsonb, changed_at = :now, due_at = :dueAt
            where id = :id
            """;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    AlertTable(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends, nobody else changes what is known of the cause. */
    void lock(String cause) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('alert ' || :cause, 0))")
                .param("cause", cause)
                .query()
                .singleRow();
    }

    @Nullable
    OpenAlert open(String cause) {
        return database.sql("select " + COLUMNS + " from alerts where cause = :cause and closed_at is null")
                .param("cause", cause)
                .query(this::read)
                .optional()
                .orElse(null);
    }

    boolean isKnown(String cause) {
        return database.sql("select exists (select from alerts where cause = :cause)")
                .param("cause", cause)
                .query(Boolean.class)
                .single();
    }

    void insert(Alert alert, Instant now, Instant dueAt) {
        database.sql(INSERT)
                .param("id", UUID.randomUUID())
                .param("cause", alert.cause())
                .param("kind", alert.kind())
                .param("severity", alert.severity().name())
                .param("content", json.writeValueAsString(alert))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(UUID id, Alert alert, Instant now, @Nullable Instant dueAt) {
        database.sql(UPDATE)
                .param("id", id)
                .param("content", json.writeValueAsString(alert))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dueAt", dueAt == null ? null : dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is over; what it was to be told of is told no more. */
    void close(UUID id, Instant now) {
        database.sql("update alerts set closed_at = :now, due_at = null where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It has no end that is still to come, but is to be told. */
    void closeAll(String cause, Instant now) {
        database.sql("update alerts set closed_at = :now where cause = :cause and closed_at is null")
                .param("cause", cause)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What is to be told now, the longest due first; until the transaction ends, nobody else tells it. */
    List<OpenAlert> lockDue(Instant now) {
        return database.sql(
                        "select " + COLUMNS
                                + " from alerts where due_at <= :now order by due_at, opened_at limit 200 for update skip locked")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(this::read)
                .list();
    }

    void postpone(UUID id, Instant dueAt) {
        database.sql("update alerts set due_at = :dueAt where id = :id")
                .param("id", id)
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    void told(UUID id, Instant now) {
        database.sql("update alerts set due_at = null, told_at = :now, tellings = tellings + 1 where id = :id")
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OpenAlert read(ResultSet row, int number) throws SQLException {
        Timestamp toldAt = row.getTimestamp("told_at");
        return new OpenAlert(
                row.getObject("id", UUID.class),
                json.readValue(row.getString("content"), Alert.class),
                Severity.valueOf(row.getString("severity")),
                row.getTimestamp("opened_at").toInstant(),
                row.getInt("tellings"),
                toldAt == null ? null : toldAt.toInstant());
    }
}
