package dev.squaresync.scheduler.deadletter;

import dev.squaresync.message.Concern;
import dev.squaresync.message.DataType;
import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of dead letters, as they are written. */
@Component
class DeadLetterTable {

    private static final String STORE = new SqlFile(DeadLetterTable.class, "store.sql").text();
    private static final String MATCHES = new SqlFile(DeadLetterTable.class, "matches.sql").text();
    private static final String LOCK_NEXT =
            new SqlFile(DeadLetterTable.class, "lock-next.sql").text().formatted(MATCHES);
    private static final String REPLAY = new SqlFile(DeadLetterTable.class, "replay.sql").text();
    private static final String DISCARD = new SqlFile(DeadLetterTable.class, "discard.sql").text();

    private final JdbcClient jdbc;
    private final HeadersJson json;
    private final Clock clock;

    DeadLetterTable(JdbcClient jdbc, HeadersJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a dead letter. One that is known has only been seen again; if it had been replayed, it is open again.
     *
     * @param concern null: not readable
     */
    void store(DeadLetter letter, @Nullable Concern concern) {
        UUID runId = concern == null ? null : concern.runId();
        DataType dataType = concern == null ? null : concern.dataType();
        jdbc.sql(STORE)
                .param("id", UUID.randomUUID())
                .param("fingerprint", Fingerprint.of(letter))
                .param("queue", letter.queue())
                .param("wireType", letter.wireType())
                .param("code", letter.code())
                .param("reason", letter.reason())
                .param("attempts", letter.attempts())
                .param("headers", json.write(letter.headers()))
                .param("body", letter.body())
                .param("runId", runId)
                .param("dataType", dataType == null ? null : dataType.name())
                .param("partitionId", concern == null ? null : concern.partitionId())
                .param("traceId", Trace.of(letter, runId))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Locks a dead letter until the transaction ends; empty: there is none with this id. */
    Optional<DeadLetterState> lock(UUID id) {
        return jdbc.sql("select state from dead_letters where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(DeadLetterState::valueOf);
    }

    /** Locks the next ones, in the order of their ids, until the transaction ends. */
    List<UUID> lockNext(DeadLetterFilter filter, UUID after, int limit) {
        return filter.addTo(jdbc.sql(LOCK_NEXT))
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /**
     * To be sent back to its queue. Whoever calls this holds the locks.
     *
     * @param job that they belong to; null: to none
     */
    void replay(List<UUID> ids, String who, @Nullable UUID job) {
        jdbc.sql(REPLAY)
                .param("job", job)
                .param("ids", ids)
                .param("who", who)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /** Given up for good. Whoever calls this holds the locks. */
    void discard(List<UUID> ids, String who, String reason) {
        jdbc.sql(DISCARD)
                .param("ids", ids)
                .param("who", who)
                .param("reason", reason)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
