package dev.squaresync.scheduler.deadletter;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dead letters as people see them. */
@Component
public class DeadLetters {

    private static final String MATCHES = new SqlFile(DeadLetters.class, "matches.sql").text();
    private static final String NEWEST =
            new SqlFile(DeadLetters.class, "newest.sql").text().formatted(MATCHES);
    private static final String GROUPS =
            new SqlFile(DeadLetters.class, "groups.sql").text().formatted(MATCHES);
    private static final String COUNT = "select count(*) from dead_letters where " + MATCHES;
    private static final String BY_STATE =
            "select state, count(*) as letters from dead_letters where " + MATCHES + " group by state";
    private static final String CONTENT = """
            select *, substring(body from 1 for :mostBytes) as body_start, octet_length(body) as body_bytes
            from dead_letters
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final HeadersJson json;

    DeadLetters(JdbcClient jdbc, HeadersJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The newest first.
     *
     * @param before only those older than this one; null: from the newest
     */
    @Transactional(readOnly = true)
    public DeadLetterPage newest(DeadLetterFilter filter, int limit, @Nullable UUID before) {
        List<DeadLetterReport> found = filter.addTo(jdbc.sql(NEWEST))
                .param("before", before)
                .param("limit", limit + 1)
                .query(Row.as(DeadLetterReport::of))
                .list();
        long total = filter.addTo(jdbc.sql(COUNT)).query(Long.class).single();
        if (found.size() <= limit) {
            return new DeadLetterPage(found, total, null);
        }
        return new DeadLetterPage(
                found.subList(0, limit), total, found.get(limit - 1).id());
    }

    /** How many there are in each state, whatever state the filter means; states without any have zero. */
    @Transactional(readOnly = true)
    public Map<DeadLetterState, Long> countsByState(DeadLetterFilter filter) {
        Map<DeadLetterState, Long> counts = new EnumMap<>(DeadLetterState.class);
        for (DeadLetterState state : DeadLetterState.values()) {
            counts.put(state, 0L);
        }
        filter.whichAre(null).addTo(jdbc.sql(BY_STATE)).query(row -> {
            counts.put(DeadLetterState.valueOf(row.getString("state")), row.getLong("letters"));
        });
        return counts;
    }

    /** By cause, the largest group first. */
    @Transactional(readOnly = true)
    public List<DeadLetterGroup> groups(DeadLetterFilter filter) {
        return filter.addTo(jdbc.sql(GROUPS)).query(Row.as(DeadLetterGroup::of)).list();
    }

    @Transactional(readOnly = true)
    public Optional<DeadLetterReport> find(UUID id) {
        return jdbc.sql("select * from dead_letters where id = :id")
                .param("id", id)
                .query(Row.as(DeadLetterReport::of))
                .optional();
    }

    /** The same with its content. */
    @Transactional(readOnly = true)
    public Optional<DeadLetterContent> content(UUID id) {
        return jdbc.sql(CONTENT)
                .param("id", id)
                .param("mostBytes", DeadLetterContent.MOST_BYTES)
                .query(Row.as(row -> DeadLetterContent.of(
                        DeadLetterReport.of(row),
                        json.read(row.text("headers")),
                        row.bytes("body_start"),
                        row.longNumber("body_bytes"))))
                .optional();
    }
}
