package dev.squaresync.notifier.delivery;

import dev.squaresync.notifier.alert.Alert;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of deliveries. */
@Repository
class DeliveryTable {

    private static final String INSERT = """
            insert into deliveries (id, thread, number, channel, kind, content, raised_at, next_try_at)
            values (:id, :thread, :number, :channel, :kind, :content::jsonb, :at, :at)
            on conflict (thread, number, channel) do nothing
            """;

    private static final String NEXT = """
            select id, thread, number, kind, content::text as content, raised_at, attempts, first_failed_at
            from deliveries
            where channel = :channel and sent_at is null and given_up_at is null and next_try_at <= :now
            order by raised_at, number
            limit 1
            for update skip locked
            """;

    private static final String FAILED = """
            update deliveries
            set attempts = attempts + 1,
                first_failed_at = coalesce(first_failed_at, :now),
                last_error = :error,
                next_try_at = :next,
                given_up_at = :givenUpAt
            where id = :id
            """;

    /** Nothing else would fare better before that. */
    private static final String HOLD_BACK = """
            update deliveries
            set next_try_at = :next
            where channel = :channel and sent_at is null and given_up_at is null and next_try_at < :next
            """;

    /** Not what has never failed: it may be due later on purpose. */
    private static final String HASTEN = """
            update deliveries
            set next_try_at = :now
            where channel = :channel and sent_at is null and given_up_at is null and attempts > 0 and next_try_at > :now
            """;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    DeliveryTable(JdbcClient database) {
        this.database = database;
    }

    void insert(UUID thread, int number, String channel, Alert alert, Instant at) {
        database.sql(INSERT)
                .param("id", UUID.randomUUID())
                .param("thread", thread)
                .param("number", number)
                .param("channel", channel)
                .param("kind", alert.kind())
                .param("content", json.writeValueAsString(alert))
                .param("at", at(at))
                .update();
    }

    /** The one that is due the longest; until the transaction ends, nobody else sends it. */
    Optional<Waiting> lockNext(String channel, Instant now) {
        return database.sql(NEXT)
                .param("channel", channel)
                .param("now", at(now))
                .query(this::read)
                .optional();
    }

    void sent(UUID id, Instant now) {
        database.sql("update deliveries set sent_at = :now where id = :id")
                .param("id", id)
                .param("now", at(now))
                .update();
    }

    /** @param givenUpAt null: it is tried again */
    void failed(UUID id, String error, Instant now, Instant next, @Nullable Instant givenUpAt) {
        database.sql(FAILED)
                .param("id", id)
                .param("error", error)
                .param("now", at(now))
                .param("next", at(next))
                .param("givenUpAt", givenUpAt == null ? null : at(givenUpAt))
                .update();
    }

    void holdBack(String channel, Instant next) {
        database.sql(HOLD_BACK)
                .param("channel", channel)
                .param("next", at(next))
                .update();
    }

    /** What has failed is due now. */
    void hasten(String channel, Instant now) {
        database.sql(HASTEN).param("channel", channel).param("now", at(now)).update();
    }

    long tellingsSince(OffsetDateTime since) {
        return database.sql(
                        "select count(distinct (thread, number)) from deliveries where raised_at > :since and kind <> 'run-ended'")
                .param("since", since)
                .query(Long.class)
                .single();
    }

    Instant latestDigest() {
        return database.sql("select coalesce(max(raised_at), 'epoch') from deliveries where kind = 'digest'")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private Waiting read(ResultSet row, int number) throws SQLException {
        Timestamp failed = row.getTimestamp("first_failed_at");
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("thread", UUID.class),
                row.getInt("number"),
                json.readValue(row.getString("content"), Alert.class),
                row.getTimestamp("raised_at").toInstant(),
                row.getInt("attempts"),
                failed == null ? null : failed.toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * A delivery that is to be tried.
     *
     * @param attempts that have failed
     * @param firstFailedAt null: none has
     */
    record Waiting(
            UUID id,
            UUID thread,
            int number,
            Alert alert,
            Instant raisedAt,
            int attempts,
            @Nullable Instant firstFailedAt) {}
}
