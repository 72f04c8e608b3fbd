package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.coverage.Mode;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.Said.GivenUp;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Shuffled;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SchedulerTest
class StreamProgressTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType CATALOG = DataType.of("catalog");
    private static final Instant NOW = SettableClock.START;
    private static final int PERMUTATIONS = 40;

    @Autowired
    private RunStarter starter;

    @Autowired
    private StreamProgress progress;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private RunReports reports;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private Bus bus;

    @Autowired
    private SettableClock clock;

    @Test
    void a_stream_runs_from_its_plan_to_its_last_page() {
        UUID runId = start(ORDERS);
        Said said = new Said(runId, ORDERS);

        assertThat(state(runId)).isEqualTo(RunState.REQUESTED);
        hear(said.planned("p", "q"));
        assertThat(state(runId)).isEqualTo(RunState.RUNNING);
        hear(said.onlyPage("p"));
        hear(said.page("q", 1, 1, "", "a"));
        assertThat(state(runId)).isEqualTo(RunState.RUNNING);
        hear(said.page("q", 1, 2, "a", null));

        assertThat(state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(bus.hear()).isInstanceOf(SyncRequested.class);
        SyncEnded ended = (SyncEnded) bus.hear();
        assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
        assertThat(ended.requestedBy()).isEqualTo("test");
        SyncEnded.StreamEnded stream = ended.streams().get(0);
        assertThat(stream.partitions()).isEqualTo(2);
        assertThat(stream.pages()).isEqualTo(3);
        assertThat(stream.counts().inserted()).isEqualTo(30);
        assertThat(stream.completeUpTo()).isEqualTo(NOW.minus(Duration.ofMinutes(5)));
        assertThat(stream.failure()).isNull();
    }

    @Test
    void nothing_to_read_is_complete_at_once() {
        UUID runId = start(ORDERS);

        hear(new Said(runId, ORDERS).planned());

        assertThat(state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void an_empty_listing_after_one_with_objects_fails_and_proves_nothing() {
        UUID first = start(ORDERS);
        hear(new Said(first, ORDERS).planned("p"));
        hear(new Said(first, ORDERS).onlyPage("p"));
        Watermark before = watermarks.find(ORDERS).orElseThrow();
        clock.advance(Duration.ofHours(1));
        UUID second = start(ORDERS);
        Said said = new Said(second, ORDERS);

        hear(said.planned("p"));
        hear(said.emptyPage("p"));

        RunReport report = reports.find(second).orElseThrow();
        assertThat(report.run().state()).isEqualTo(RunState.FAILED);
        assertThat(report.streams().get(0).failure().code()).isEqualTo("empty-listing");
        assertThat(report.streams().get(0).failure().detail())
                .isEqualTo("Square listed no orders at all, although the run of 2026-11-22T12:00:00Z had 10:"
                        + " nothing was deleted; look at Square or the token, then sync again.");
        assertThat(watermarks.find(ORDERS)).contains(before);
    }

    @Test
    void any_order_and_any_repetition_ends_the_same_and_never_too_early() {
        for (int seed = 0; seed < PERMUTATIONS; seed++) {
            UUID runId = start(ORDERS);
            Said said = new Said(runId, ORDERS);
            List<Object> necessary = List.of(
                    said.planned("p", "q", "r"),
                    said.page("p", 1, 1, "", "a"),
                    said.page("p", 1, 2, "a", "b"),
                    said.page("p", 1, 3, "b", null),
                    said.page("q", 2, 1, "", "y"),
                    said.page("q", 2, 2, "y", null),
                    said.onlyPage("r"));
            List<Object> noise = List.of(
                    said.planned("r", "q", "p"), said.page("q", 1, 1, "", "x"), said.page("p", 1, 2, "a", "other"));
            Set<Object> heard = new HashSet<>();
            for (Object message : Shuffled.of(seed, necessary, noise)) {
                hear(message);
                heard.add(message);
                assertThat(state(runId) == RunState.COMPLETED)
                        .as("seed %d: complete when, and only when, all is there", seed)
                        .isEqualTo(heard.containsAll(necessary));
            }
            StreamReport stream = reports.find(runId).orElseThrow().streams().get(0);
            assertThat(stream.pages()).as("seed %d", seed).isEqualTo(8);
            assertThat(stream.partitionsCompleted()).as("seed %d", seed).isEqualTo(3);
            assertThat(stream.counts().total()).as("seed %d", seed).isEqualTo(80);
            assertThat(bus.hear()).isInstanceOf(SyncRequested.class);
            assertThat(((SyncEnded) bus.hear()).state()).isEqualTo(RunState.COMPLETED);
        }
        assertThat(bus.hearNow()).isNull();
    }

    @Test
    void with_failures_any_order_and_any_repetition_ends_the_same() {
        for (int seed = 0; seed < PERMUTATIONS; seed++) {
            UUID runId = start(ORDERS);
            Said said = new Said(runId, ORDERS);
            List<Object> messages = List.of(
                    said.planned("p", "q", "r"),
                    said.page("p", 1, 1, "", "a"),
                    said.page("p", 1, 2, "a", null),
                    said.page("q", 1, 1, "", "b"),
                    said.givenUp("q"),
                    said.givenUp("r"));
            Shuffled.of(seed, messages, List.of()).forEach(this::hear);

            RunReport report = reports.find(runId).orElseThrow();
            assertThat(report.run().state()).as("seed %d", seed).isEqualTo(RunState.FAILED);
            StreamReport stream = report.streams().get(0);
            assertThat(stream.partitionsCompleted()).as("seed %d", seed).isEqualTo(1);
            assertThat(stream.failure().code()).isEqualTo("square-unavailable");
            assertThat(stream.failure().detail())
                    .as("seed %d", seed)
                    .isEqualTo("Square did not answer for q. (2 partitions failed; this was the first.)");
        }
        assertThat(watermarks.find(ORDERS)).isEmpty();
    }

    @Test
    void many_hands_at_once_end_a_run_once() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            for (int seed = 0; seed < 10; seed++) {
                Said said = new Said(start(ORDERS), ORDERS);
                List<Object> messages = List.of(
                        said.planned("p", "q"),
                        said.page("p", 1, 1, "", "a"),
                        said.page("p", 1, 2, "a", null),
                        said.onlyPage("q"));
                List<Callable<Void>> calls = Shuffled.of(seed, messages, List.of()).stream()
                        .<Callable<Void>>map(message -> () -> {
                            hear(message);
                            return null;
                        })
                        .toList();
                for (Future<Void> call : hands.invokeAll(calls)) {
                    call.get();
                }
                assertThat(state(said.runId())).isEqualTo(RunState.COMPLETED);
                assertThat(bus.hear()).isInstanceOf(SyncRequested.class);
                assertThat(bus.hear()).isInstanceOf(SyncEnded.class);
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(bus.hearNow()).isNull();
    }

    @Test
    void a_chain_mixed_from_two_answers_of_square_is_not_complete() {
        UUID runId = start(ORDERS);
        Said said = new Said(runId, ORDERS);
        hear(said.planned("p"));
        hear(said.page("p", 1, 1, "", "a"));
        hear(said.page("p", 1, 2, "b", "c"));
        hear(said.page("p", 1, 3, "c", null));

        assertThat(state(runId)).isEqualTo(RunState.RUNNING);

        hear(said.page("p", 1, 2, "a", "c"));
        assertThat(state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void pages_of_two_scans_do_not_complete_each_other() {
        UUID runId = start(ORDERS);
        Said said = new Said(runId, ORDERS);
        hear(said.planned("p"));
        hear(said.page("p", 1, 1, "", "a"));
        hear(said.page("p", 2, 2, "a", null));

        assertThat(state(runId)).isEqualTo(RunState.RUNNING);
    }

    @Test
    void a_second_plan_can_add_partitions_while_the_stream_is_active() {
        UUID runId = start(ORDERS);
        Said said = new Said(runId, ORDERS);
        hear(said.planned("p"));
        hear(said.planned("p", "q"));
        hear(said.onlyPage("p"));

        assertThat(state(runId)).isEqualTo(RunState.RUNNING);
        hear(said.onlyPage("q"));
        assertThat(state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void a_stream_that_cannot_be_planned_fails_at_once() {
        UUID runId = start(ORDERS);

        hear(new Said(runId, ORDERS).givenUp(null));

        assertThat(state(runId)).isEqualTo(RunState.FAILED);
        assertThat(watermarks.find(ORDERS)).isEmpty();
    }

    @Test
    void a_run_with_one_failed_data_type_is_partial_and_the_others_watermark_moves() {
        UUID runId = start(CATALOG, ORDERS);
        Said catalog = new Said(runId, CATALOG);
        hear(new Said(runId, ORDERS).givenUp(null));
        assertThat(state(runId)).isEqualTo(RunState.REQUESTED);
        hear(catalog.planned("p"));
        hear(catalog.onlyPage("p"));

        assertThat(state(runId)).isEqualTo(RunState.PARTIAL);
        assertThat(watermarks.all()).extracting(Watermark::dataType).containsExactly(CATALOG);
    }

    @Test
    void a_page_that_comes_after_the_end_is_recorded_and_changes_nothing_else() {
        UUID runId = start(ORDERS);
        Said said = new Said(runId, ORDERS);
        hear(said.givenUp(null));
        hear(said.onlyPage("p"));
        hear(said.planned("p"));

        RunReport report = reports.find(runId).orElseThrow();
        assertThat(report.run().state()).isEqualTo(RunState.FAILED);
        assertThat(report.streams().get(0).state()).isEqualTo(StreamState.FAILED);
        assertThat(report.streams().get(0).pages()).isEqualTo(1);
    }

    @Test
    void what_is_said_about_unknown_runs_and_data_types_is_ignored() {
        UUID runId = start(ORDERS);
        List<Said> strangers = List.of(new Said(UUID.randomUUID(), ORDERS), new Said(runId, CATALOG));
        for (Said said : strangers) {
            hear(said.planned("p"));
            hear(said.onlyPage("p"));
            hear(said.givenUp("p"));
            hear(said.givenUp(null));
        }

        assertThat(state(runId)).isEqualTo(RunState.REQUESTED);
        assertThat(reports.newest(10, null)).hasSize(1);
    }

    private UUID start(DataType... dataTypes) {
        List<StreamPolicy> policies = Arrays.stream(dataTypes)
                .map(dataType -> new StreamPolicy(dataType, Mode.FULL, null))
                .toList();
        return starter.start(new NewRun(Trigger.REQUEST, "test", policies, Reach.AS_SCHEDULED, false));
    }

    private RunState state(UUID runId) {
        return reports.find(runId).orElseThrow().run().state();
    }

    private void hear(Object message) {
        if (message instanceof StreamPlanned plan) {
            progress.planned(plan);
        } else if (message instanceof PageCommitted page) {
            progress.committed(page);
        } else {
            GivenUp part = (GivenUp) message;
            transaction.executeWithoutResult(
                    status -> progress.givenUp(part.runId(), part.dataType(), part.partitionId(), part.failure()));
        }
    }
}
