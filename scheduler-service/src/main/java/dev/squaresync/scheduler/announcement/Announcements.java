package dev.squaresync.scheduler.announcement;

import dev.squaresync.message.RunExpected;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.background.BackgroundTask;
import dev.squaresync.scheduler.outbox.Outbox;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says when each schedule's next run is to start, as often as that changes: at the first start, when one was started or skipped,
 * when the schedule was changed, paused or resumed. What was said is kept, so nothing is said twice and nothing is left out.
 */
@Component
class Announcements {

    private static final String SAVE = """
            insert into announced_runs (data_type, said, said_at)
            values (:dataType, :said, :now)
            on conflict (data_type) do update set said = excluded.said, said_at = excluded.said_at
            """;

    private final NextRuns next;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final BackgroundTask task = new BackgroundTask("Announcing the next runs", this::announce);

    Announcements(NextRuns next, JdbcClient jdbc, Outbox outbox, TransactionTemplate transaction, Clock clock) {
        this.next = next;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${scheduler.announce-every:2s}",
            fixedDelayString = "${scheduler.announce-every:2s}")
    void tick() {
        task.run();
    }

    void announce() {
        transaction.executeWithoutResult(status -> {
            if (tryLock()) {
                announceChanges();
            }
        });
    }

    private void announceChanges() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<String, String> said = said();
        for (RunExpected expected : next.all(now)) {
            String text = inWords(expected);
            if (!text.equals(said.get(expected.dataType().name()))) {
                say(expected, text, now);
            }
        }
    }

    private void say(RunExpected expected, String text, Instant now) {
        jdbc.sql(SAVE)
                .param("dataType", expected.dataType().name())
                .param("said", text)
                .param("now", SqlTime.of(now))
                .update();
        UUID order = UUID.nameUUIDFromBytes(("next run of " + expected.dataType()).getBytes(StandardCharsets.UTF_8));
        outbox.store(order, new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.RUN_EXPECTED_KEY, expected));
    }

    private Map<String, String> said() {
        return jdbc
                .sql("select data_type, said from announced_runs")
                .query(Row.as(row -> Map.entry(row.text("data_type"), row.text("said"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of several schedulers, one at a time announces. */
    private boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('square-sync announcements', 0))")
                .query(Boolean.class)
                .single();
    }

    private static String inWords(RunExpected expected) {
        return expected.expectedAt() + " " + expected.timeZone() + " " + expected.lastStarted() + " "
                + expected.waitsFor();
    }
}
