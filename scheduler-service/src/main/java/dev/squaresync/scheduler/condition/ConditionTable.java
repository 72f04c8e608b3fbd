package dev.squaresync.scheduler.condition;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the conditions that go on. */
@Component
class ConditionTable {

    private static final String SAVE = """
            insert into conditions (cause, kind, since, raised_at, reported_at, count, said)
            values (:cause, :kind, :since, :now, :now, :count, :said)
            on conflict (cause) do update
            set reported_at = excluded.reported_at, count = excluded.count, said = excluded.said
            """;

    private final JdbcClient jdbc;

    ConditionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of several schedulers, one at a time looks: it holds this until its transaction ends. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('square-sync conditions', 0))")
                .query(Boolean.class)
                .single();
    }

    Map<String, Open> open() {
        return jdbc
                .sql("select cause, kind, since, raised_at, reported_at, count, said from conditions order by cause")
                .query(Row.as(row -> new Open(
                        row.text("cause"),
                        row.text("kind"),
                        row.instant("since"),
                        row.instant("raised_at"),
                        row.instant("reported_at"),
                        row.longNumber("count"),
                        row.text("said"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Open::cause, Function.identity()));
    }

    void save(Condition condition, Instant now) {
        jdbc.sql(SAVE)
                .param("cause", condition.cause())
                .param("kind", condition.kind())
                .param("since", SqlTime.of(condition.since()))
                .param("count", condition.count())
                .param("said", condition.said())
                .param("now", SqlTime.of(now))
                .update();
    }

    void close(List<String> causes) {
        jdbc.sql("delete from conditions where cause in (:causes)")
                .param("causes", causes)
                .update();
    }

    /**
     * One that the notifier was told of.
     *
     * @param said what was said of it last
     */
    record Open(
            String cause, String kind, Instant since, Instant raisedAt, Instant reportedAt, long count, String said) {}
}
