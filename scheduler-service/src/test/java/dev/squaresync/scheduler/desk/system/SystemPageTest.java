package dev.squaresync.scheduler.desk.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.message.WorkerSeen;
import dev.squaresync.scheduler.broker.QueueState;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.notice.Notices;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@SchedulerTest
class SystemPageTest {

    private static final Instant NOW = SettableClock.START;

    @Autowired
    private Environment environment;

    @Autowired
    private Workers workers;

    @Autowired
    private DependencyReports dependencies;

    @Autowired
    private Notices notices;

    @Autowired
    private SettableClock clock;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
    }

    @Test
    void what_is_quiet_says_what_it_means() {
        Document page = desk.page("/system");

        assertThat(page.text()).contains("No outage within the last day", "No mail yet");
        assertThat(page.selectFirst("main").attr("data-live")).isEqualTo("/live?view=system");
    }

    @Test
    void queues_are_shown_with_depth_consumers_and_rate() {
        // The broker counts each few seconds.
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(2));
            assertThat(desk.page("/system")
                            .select("#system-queues tbody tr:contains(square-sync.scheduler.progress)")
                            .text())
                    .matches("square-sync.scheduler.progress work \\d+ \\d+ [1-9]\\d* [\\d.]+ [\\d.]+");
        });
    }

    @Test
    void work_that_nobody_does_is_marked_and_empty_queues_for_retries_are_left_out() {
        List<QueueLine> lines = QueueLine.of(List.of(
                new QueueState("square-sync.writer.pages.wait.10s", 0, 0, 0, 0, 0),
                new QueueState("square-sync.writer.pages.wait.1m", 1, 0, 0, 0, 0),
                new QueueState("square-sync.writer.pages", 4, 1, 0, 0.25, 0)));

        assertThat(lines)
                .extracting(line -> line.queue().name())
                .containsExactly("square-sync.writer.pages", "square-sync.writer.pages.wait.1m");
        assertThat(lines).extracting(QueueLine::isUnread).containsExactly(true, false);
        assertThat(lines.get(0).queue().depth()).isEqualTo(5);
    }

    @Test
    void workers_are_shown_with_version_and_heartbeat() {
        workers.seen(new WorkerSeen("writer", "desk-1", "1.2.3", NOW.minusSeconds(3600), NOW));
        assertThat(worker()).isEqualTo("writer Up desk-1 1.2.3 13:00:00, just now 12:00 today");

        clock.advance(Duration.ofMinutes(3));
        assertThat(worker()).isEqualTo("writer Late desk-1 1.2.3 13:00:00, 3 minutes ago 12:00 today");
    }

    @Test
    void the_circuit_of_what_they_need_is_shown_since_when() {
        dependencies.record(new DependencyReported(
                "fetcher", "desk-1", "Square", false, NOW.minusSeconds(600), "Square answered 503.", NOW));
        assertThat(dependency())
                .isEqualTo("fetcher desk-1 Square Down open: work waits 12:50 today 13:00 today Square answered 503.");

        clock.advance(Duration.ofMinutes(3));
        assertThat(dependency()).contains("Unknown", "not known: nothing heard since");

        dependencies.record(new DependencyReported(
                "fetcher",
                "desk-1",
                "Square",
                true,
                NOW.minusSeconds(600),
                "Square answers again.",
                NOW.plusSeconds(180)));
        assertThat(dependency()).contains("Up", "closed: work goes on", "12:50 today, over", "13:03 today");
    }

    @Test
    void the_last_mails_are_shown_and_names_in_them_are_inert() {
        UUID run = UUID.randomUUID();
        String hostile = "<img src=x onerror=alert(1)>";
        notices.told(new NoticeSent("mail", "run-ended", "All is well", run, NoticeSent.State.SENT, null, NOW));
        notices.told(new NoticeSent(
                "mail", "run-ended", hostile, null, NoticeSent.State.FAILED, "No answer.", NOW.plusSeconds(1)));

        Document page = desk.page("/system");

        assertThat(page.select("#system-notices tbody tr").eachText())
                .containsExactly(
                        "13:00 today Failed " + hostile + " No answer. mail run-ended none",
                        "13:00 today Sent All is well mail run-ended See the run");
        assertThat(page.selectFirst("#system-notices a").attr("href")).isEqualTo("/runs/" + run);
        assertThat(page.select("img[onerror]")).isEmpty();
    }

    private String worker() {
        return desk.page("/system").select("#system-workers tbody tr").stream()
                .filter(row -> row.text().startsWith("writer"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private String dependency() {
        return desk.page("/system").select("#system-dependencies tbody tr").text();
    }
}
