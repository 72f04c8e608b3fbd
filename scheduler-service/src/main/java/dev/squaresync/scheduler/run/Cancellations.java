package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunCancelled;
import dev.squaresync.message.StreamState;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.outbox.Outbox;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the fetchers which streams nobody wants any more. A fetcher keeps that in its memory only, so one that has started since
 * is told when it shows that it does not know. The lock of the run's row is held.
 */
@Component
class Cancellations {

    /** Of a cancelled stream many pages may still arrive; the fetchers need not hear of it at each. */
    private static final Duration BREAK = Duration.ofSeconds(10);

    private static final String SAID = """
            update sync_runs
            set cancellation_said_at = :now
            where id = :runId
              and (cancellation_said_at is null or cancellation_said_at <= :before)
            """;

    private final JdbcClient jdbc;
    private final RunTable runs;
    private final Outbox outbox;
    private final Clock clock;

    Cancellations(JdbcClient jdbc, RunTable runs, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Names the run's cancelled streams. */
    void say(UUID runId) {
        said(runId, clock.instant());
        publish(runId);
    }

    /** Somebody still works on a cancelled stream of this run: names them again, unless that was just done. */
    void sayAgain(UUID runId) {
        if (said(runId, clock.instant().minus(BREAK))) {
            publish(runId);
        }
    }

    private boolean said(UUID runId, Instant before) {
        return jdbc.sql(SAID)
                        .param("runId", runId)
                        .param("now", SqlTime.of(clock.instant()))
                        .param("before", SqlTime.of(before))
                        .update()
                > 0;
    }

    private void publish(UUID runId) {
        List<DataType> cancelled = runs.streamStates(runId).entrySet().stream()
                .filter(stream -> stream.getValue() == StreamState.CANCELLED)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        outbox.storeExpendable(
                runId,
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE, Topology.RUN_CANCELLED_KEY, new RunCancelled(runId, cancelled)));
    }
}
