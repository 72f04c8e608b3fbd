package dev.squaresync.scheduler.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.Failure;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.fixture.AnotherScheduler;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;

@SchedulerTest
class WatchdogTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final Duration STALLED = Duration.ofMinutes(20);
    private static final Duration STEP = Duration.ofSeconds(30);

    @Autowired
    private Watchdog watchdog;

    @Autowired
    private DependencyReports dependencies;

    @Autowired
    private Runs runs;

    @Autowired
    private Bus bus;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Surroundings surroundings;

    @Test
    void a_stream_that_does_not_move_is_asked_for_again_once_and_then_fails() {
        UUID runId = runs.start(ORDERS);
        assertThat(bus.hearAll()).hasSize(1);
        watchFor(STALLED.minus(STEP));
        assertThat(bus.hearAll()).isEmpty();

        watchFor(STEP);

        SyncRequested again = (SyncRequested) bus.hearAll().get(0);
        assertThat(again.runId()).isEqualTo(runId);
        assertThat(again.to()).isEqualTo(SettableClock.START);
        watchFor(STALLED.minus(STEP));
        assertThat(runs.state(runId)).isEqualTo(RunState.REQUESTED);

        watchFor(STEP);

        assertThat(failure(runId).code()).isEqualTo("stalled");
        assertThat(failure(runId).detail())
                .isEqualTo("Nothing has come since 2026-11-22T12:20:00Z, although it was asked for again at"
                        + " 2026-11-22T12:20:00Z: its partitions were never planned, no page has come."
                        + " What comes late still counts; otherwise sync again.");
        assertThat(bus.hearAll()).hasSize(1).first().isInstanceOf(SyncEnded.class);
    }

    @Test
    void the_failure_says_what_was_missing_and_late_pages_heal_it() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p", "q", "r"));
        runs.hear(orders.onlyPage("p"));
        runs.hear(orders.givenUp("r"));
        watchFor(STALLED.multipliedBy(2));

        assertThat(failure(runId).detail())
                .contains(": 1 of 3 partitions not whole (partition q), the last page came at 2026-11-22T12:00:00Z.");

        runs.hear(orders.onlyPage("q"));
        runs.hear(orders.onlyPage("r"));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void every_movement_begins_the_time_anew() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        List<Object> movements = List.of(
                orders.planned("p", "q"),
                orders.page("p", 1, 1, "", "a"),
                orders.page("p", 1, 2, "a", "b"),
                orders.givenUp("q"));
        for (Object movement : movements) {
            watchFor(STALLED.minus(STEP));
            runs.hear(movement);
        }
        watchFor(STALLED.minus(STEP));

        assertThat(bus.hearAll()).hasSize(1);
    }

    @Test
    void a_page_that_is_only_said_again_is_no_movement() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        Object page = orders.page("p", 1, 1, "", "a");
        runs.hear(page);
        watchFor(STALLED.minus(STEP));

        runs.hear(page);
        watchFor(STEP);

        assertThat(bus.hearAll()).hasSize(2);
    }

    @Test
    void while_a_dependency_is_down_it_waits_and_then_gives_the_stream_its_time() {
        UUID runId = runs.start(ORDERS);
        for (int i = 0; i < 120; i++) {
            report("fetcher", false);
            watchFor(STEP);
        }
        report("fetcher", true);
        watchFor(STALLED.minus(STEP));
        assertThat(bus.hearAll()).hasSize(1);

        watchFor(STEP);

        assertThat(bus.hearAll()).hasSize(1);
        assertThat(runs.state(runId)).isEqualTo(RunState.REQUESTED);
    }

    @Test
    void a_dependency_of_the_notifier_excuses_no_stream() {
        runs.start(ORDERS);
        for (Duration waited = Duration.ZERO; waited.compareTo(STALLED) < 0; waited = waited.plus(STEP)) {
            report("notifier", false);
            watchFor(STEP);
        }

        assertThat(bus.hearAll()).hasSize(2);
    }

    @Test
    void six_hours_after_the_request_no_outage_excuses_a_stream_any_more() {
        UUID runId = runs.start(ORDERS);
        for (int i = 0; i < 6 * 120; i++) {
            report("fetcher", false);
            watchFor(STEP);
        }
        assertThat(runs.stream(runId, ORDERS).state()).isEqualTo(StreamState.REQUESTED);

        report("fetcher", false);
        watchFor(STEP);

        assertThat(failure(runId).detail()).contains("and what a service needs has been down");
    }

    @Test
    void a_time_in_which_no_scheduler_was_awake_does_not_count() {
        runs.start(ORDERS);
        watchFor(Duration.ofMinutes(5));
        clock.advance(Duration.ofHours(3));

        watchFor(STALLED.minus(STEP));

        assertThat(bus.hearAll()).hasSize(1);
    }

    @Test
    void several_schedulers_ask_again_once_and_fail_it_once() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try (ConfigurableApplicationContext another = AnotherScheduler.start(surroundings.properties(), clock)) {
            Watchdog other = another.getBean(Watchdog.class);
            List<Callable<Void>> looks =
                    List.of(() -> look(watchdog), () -> look(other), () -> look(watchdog), () -> look(other));
            UUID runId = runs.start(ORDERS);
            for (int half = 0; half < 2; half++) {
                watchFor(STALLED.minus(STEP));
                clock.advance(STEP);
                for (Future<Void> look : hands.invokeAll(looks)) {
                    look.get();
                }
            }
            assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);
        } finally {
            hands.shutdownNow();
        }
        assertThat(bus.hearAll())
                .extracting(Object::getClass)
                .containsExactly(SyncRequested.class, SyncRequested.class, SyncEnded.class);
    }

    private static Void look(Watchdog watchdog) {
        watchdog.look();
        return null;
    }

    private void watchFor(Duration time) {
        Instant end = clock.instant().plus(time);
        bus.awaitPublished();
        watchdog.look();
        while (clock.instant().isBefore(end)) {
            clock.advance(STEP);
            watchdog.look();
            // The test's hours are shorter than the way to the broker.
            bus.awaitPublished();
        }
    }

    private void report(String service, boolean up) {
        dependencies.record(new DependencyReported(
                service, "one", "Square", up, SettableClock.START, "It does not answer.", clock.instant()));
    }

    private Failure failure(UUID runId) {
        return runs.stream(runId, ORDERS).failure();
    }
}
