package dev.squaresync.scheduler.idempotency;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the keys. One that is older than a day counts as none. */
@Component
class KeyTable {

    private static final Duration KEPT = Duration.ofHours(24);

    private static final String CLAIM = new SqlFile(KeyTable.class, "claim-key.sql").text();
    private static final String PRUNE = new SqlFile(KeyTable.class, "prune-keys.sql").text();

    private final JdbcClient jdbc;
    private final Clock clock;

    KeyTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes a key for the current transaction; waits as long as another one holds it.
     *
     * @return the run that the same request has started before; empty: the key is the caller's now
     * @throws KeyUsedOtherwise if it came with another request
     */
    Optional<UUID> claim(RequestKey key) {
        Instant now = clock.instant();
        Instant expired = now.minus(KEPT);
        prune(expired);
        int claimed = jdbc.sql(CLAIM)
                .param("caller", key.caller())
                .param("key", key.key())
                .param("request", key.digest())
                .param("now", SqlTime.of(now))
                .param("expired", SqlTime.of(expired))
                .update();
        return claimed > 0 ? Optional.empty() : Optional.of(earlier(key));
    }

    void complete(RequestKey key, UUID runId) {
        jdbc.sql("update idempotency_keys set run_id = :runId where caller = :caller and key = :key")
                .param("runId", runId)
                .param("caller", key.caller())
                .param("key", key.key())
                .update();
    }

    /** Forgets what counts as none. Whatever another transaction is busy with is left to the next time. */
    private void prune(Instant expired) {
        jdbc.sql(PRUNE).param("expired", SqlTime.of(expired)).update();
    }

    private UUID earlier(RequestKey key) {
        Kept kept = jdbc.sql("select request, run_id from idempotency_keys where caller = :caller and key = :key")
                .param("caller", key.caller())
                .param("key", key.key())
                .query(Row.as(row -> new Kept(row.text("request"), row.uuid("run_id"))))
                .single();
        if (!kept.request().equals(key.digest())) {
            throw new KeyUsedOtherwise(key.key());
        }
        return kept.runId();
    }

    record Kept(String request, UUID runId) {}
}
