package dev.squaresync.scheduler.audit;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what people and programs have done. What the scheduler does by itself is not in it. */
@Component
public class Audit {

    private static final String RECORD = """
            insert into audit (at, who, action, subject, detail)
            values (:at, :who, :action, :subject, :detail)
            """;
    private static final String NEWEST = """
            select *
            from audit
            where id < :before
              and (cast(:who as text) is null or who = :who)
              and (cast(:action as text) is null or action = :action)
            order by id desc
            limit :limit
            """;

    /** Jumps along the index from one value to the next, so that many entries cost nothing. */
    private static final String VALUES = """
            with recursive found (value) as (
                (select min(%1$s) from audit)
                union all
                select (select min(%1$s) from audit where %1$s > found.value)
                from found
                where found.value is not null
            )
            select value
            from found
            where value is not null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Remembers an action. Happens in the action's transaction, so that neither is ever without the other.
     *
     * @param action a stable name such as {@code run.cancel}
     * @param subject the id or the name of what it was done to; null: many
     * @param detail a sentence for people; never holds a secret
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String who, String action, @Nullable String subject, String detail) {
        jdbc.sql(RECORD)
                .param("at", SqlTime.of(clock.instant()))
                .param("who", who)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /**
     * The newest entries first.
     *
     * @param before only entries older than this one; null: from the newest
     */
    @Transactional(readOnly = true)
    public AuditPage page(AuditFilter filter, int limit, @Nullable Long before) {
        List<AuditEntry> found = jdbc.sql(NEWEST)
                .param("who", filter.who())
                .param("action", filter.action())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit + 1)
                .query(Row.as(AuditEntry::of))
                .list();
        return found.size() <= limit
                ? new AuditPage(found, null)
                : new AuditPage(found.subList(0, limit), found.get(limit - 1).id());
    }

    /** The names of all who have done anything, in order. */
    @Transactional(readOnly = true)
    public List<String> everybody() {
        return jdbc.sql(VALUES.formatted("who")).query(String.class).list();
    }

    /** All actions that there are entries of, in order. */
    @Transactional(readOnly = true)
    public List<String> actions() {
        return jdbc.sql(VALUES.formatted("action")).query(String.class).list();
    }
}
