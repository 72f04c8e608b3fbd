package dev.squaresync.scheduler.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.DeliveryRetried;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.message.WorkerSeen;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.notice.Notice;
import dev.squaresync.scheduler.notice.Notices;
import dev.squaresync.scheduler.run.Retries;
import dev.squaresync.scheduler.run.Retry;
import dev.squaresync.scheduler.worker.Worker;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the services tell for people to see. */
@SchedulerTest
class NewsListenerTest {

    private static final Instant NOW = SettableClock.START;

    @Autowired
    private Api api;

    @Autowired
    private Bus bus;

    @Autowired
    private Workers workers;

    @Autowired
    private Retries retries;

    @Autowired
    private Notices notices;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_worker_is_known_from_its_heartbeat_and_forgotten_after_a_day() {
        bus.tell(Topology.WORKER_SEEN_KEY, alive("writer-1:17"));
        await().until(() -> writers().size() == 1);
        assertThat(writers()).containsExactly(new Worker("writer", "writer-1:17", "1.2.3", NOW.minusSeconds(60), NOW));

        clock.advance(Duration.ofHours(23));
        bus.tell(Topology.WORKER_SEEN_KEY, alive("writer-2:17"));
        await().until(() -> writers().size() == 2);

        clock.advance(Duration.ofHours(2));
        assertThat(writers()).extracting(Worker::instance).containsExactly("writer-2:17");
    }

    @Test
    void the_scheduler_is_a_worker_too() {
        await().until(() ->
                workers.all().stream().anyMatch(worker -> worker.service().equals("scheduler")));
    }

    @Test
    void a_run_shows_what_was_tried_again_the_newest_first() {
        UUID runId = run();
        DeliveryRetried first = retried(runId, "p", 1, 5, "Square answered 429.");
        clock.advance(Duration.ofSeconds(5));
        DeliveryRetried second = retried(runId, null, 2, 5, "Square answered 429.");

        bus.tell(Topology.DELIVERY_RETRIED_KEY, second);
        await().until(() -> retries.of(runId).size() == 1);
        bus.tell(Topology.DELIVERY_RETRIED_KEY, first);

        await().until(() -> retries.of(runId).size() == 2);
        assertThat(retries.of(runId)).extracting(Retry::number).containsExactly("Retry 2 of 5", "Retry 1 of 5");
        assertThat(retries.of(runId).get(1))
                .usingRecursiveComparison()
                .isEqualTo(new Retry(
                        DataType.of("orders"),
                        "p",
                        "square-sync.fetcher.pages",
                        1,
                        5,
                        "square-rate-limited",
                        "Square answered 429.",
                        NOW,
                        NOW.plusSeconds(10)));
    }

    @Test
    void words_from_outside_are_cut_and_made_storable() {
        UUID runId = run();

        retries.retried(retried(runId, "p\u0000", 1, 0, "\ud800" + "x".repeat(5_000)));

        Retry retry = retries.of(runId).get(0);
        assertThat(retry.partitionId()).isEqualTo("p\ufffd");
        assertThat(retry.reason()).hasSize(500).startsWith("\ufffdxx").endsWith("x…");
        assertThat(retry.number()).isEqualTo("Retry 1");
    }

    @Test
    void a_retry_of_an_unknown_run_is_let_go() {
        retries.retried(retried(UUID.randomUUID(), "p", 1, 5, "too late"));

        assertThat(jdbc.sql("select count(*) from retries").query(Long.class).single())
                .isZero();
    }

    @Test
    void only_the_latest_ten_thousand_retries_of_a_run_are_kept() {
        UUID runId = run();
        jdbc.sql("""
                        insert into retries (run_id, queue, attempt, attempts, code, reason, at, next_try_at)
                        select :runId, 'q', n, 0, 'c', 'r', :now, :now from generate_series(1, 12000) n
                        """)
                .param("runId", runId)
                .param("now", NOW.atOffset(ZoneOffset.UTC))
                .update();

        for (int i = 0; i < 200; i++) {
            retries.retried(retried(runId, "p", 12_001 + i, 0, "again"));
        }

        assertThat(retries.count(runId)).isBetween(10_000L, 10_200L);
        assertThat(retries.latest(runId, 1)).extracting(Retry::attempt).containsExactly(12_200);
    }

    @Test
    void retries_are_forgotten_after_thirty_days() {
        UUID runId = run();
        retries.retried(retried(runId, "p", 1, 5, "long ago"));
        clock.advance(Duration.ofDays(31));

        for (int i = 0; i < 200; i++) {
            retries.retried(retried(runId, "p", 1, 5, "now"));
        }

        assertThat(retries.of(runId)).extracting(Retry::reason).containsOnly("now");
    }

    @Test
    void the_latest_mails_are_shown_first() {
        NoticeSent failed = new NoticeSent(
                "mail", "run-ended", "FAILED", null, NoticeSent.State.FAILED, "The mail server is full.", NOW);
        UUID runId = run();
        NoticeSent sent = new NoticeSent(
                "mail", "run-ended", "<img onerror=alert(1)>", runId, NoticeSent.State.SENT, null, NOW.plusSeconds(1));
        bus.tell(Topology.NOTICE_SENT_KEY, failed);
        bus.tell(Topology.NOTICE_SENT_KEY, sent);

        await().until(() -> notices.latest(10).size() == 2);
        assertThat(notices.latest(10))
                .containsExactly(
                        new Notice(
                                "mail",
                                "run-ended",
                                "<img onerror=alert(1)>",
                                runId,
                                NoticeSent.State.SENT,
                                null,
                                NOW.plusSeconds(1)),
                        new Notice(
                                "mail",
                                "run-ended",
                                "FAILED",
                                null,
                                NoticeSent.State.FAILED,
                                "The mail server is full.",
                                NOW));
        assertThat(notices.latest(1)).extracting(Notice::runId).containsExactly(runId);
    }

    @Test
    void news_that_cannot_be_read_holds_nothing_up() {
        bus.tellRaw(Topology.WORKER_SEEN_KEY, "worker-seen.v1", "{\"service\": ");
        bus.tell(Topology.WORKER_SEEN_KEY, alive("writer-3:17"));

        await().until(() ->
                writers().stream().anyMatch(worker -> worker.instance().equals("writer-3:17")));
    }

    private List<Worker> writers() {
        return workers.all().stream()
                .filter(worker -> worker.service().equals("writer"))
                .toList();
    }

    private static WorkerSeen alive(String instance) {
        return new WorkerSeen("writer", instance, "1.2.3", NOW.minusSeconds(60), NOW);
    }

    private UUID run() {
        return UUID.fromString(api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue());
    }

    private DeliveryRetried retried(
            UUID runId, @Nullable String partitionId, int attempt, int attempts, String reason) {
        return new DeliveryRetried(
                runId,
                DataType.of("orders"),
                partitionId,
                "square-sync.fetcher.pages",
                attempt,
                attempts,
                "square-rate-limited",
                reason,
                clock.instant(),
                clock.instant().plusSeconds(10));
    }
}
