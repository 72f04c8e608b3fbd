package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Shuffled;
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

@SchedulerTest
class AnyOrderTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final int PERMUTATIONS = 40;

    @Autowired
    private Runs runs;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private Bus bus;

    @Test
    void any_order_and_any_repetition_ends_the_same_and_never_too_early() {
        for (int seed = 0; seed < PERMUTATIONS; seed++) {
            UUID runId = runs.start(ORDERS);
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
                runs.hear(message);
                heard.add(message);
                assertThat(runs.state(runId) == RunState.COMPLETED)
                        .as("seed %d: complete when, and only when, all is there", seed)
                        .isEqualTo(heard.containsAll(necessary));
            }
            StreamReport stream = runs.report(runId).streams().get(0);
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
            UUID runId = runs.start(ORDERS);
            Said said = new Said(runId, ORDERS);
            List<Object> messages = List.of(
                    said.planned("p", "q", "r"),
                    said.page("p", 1, 1, "", "a"),
                    said.page("p", 1, 2, "a", null),
                    said.page("q", 1, 1, "", "b"),
                    said.givenUp("q"),
                    said.givenUp("r"));
            Shuffled.of(seed, messages, List.of()).forEach(runs::hear);

            RunReport report = runs.report(runId);
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
                Said said = new Said(runs.start(ORDERS), ORDERS);
                List<Object> messages = List.of(
                        said.planned("p", "q"),
                        said.page("p", 1, 1, "", "a"),
                        said.page("p", 1, 2, "a", null),
                        said.onlyPage("q"));
                List<Callable<Void>> calls = Shuffled.of(seed, messages, List.of()).stream()
                        .<Callable<Void>>map(message -> () -> {
                            runs.hear(message);
                            return null;
                        })
                        .toList();
                for (Future<Void> call : hands.invokeAll(calls)) {
                    call.get();
                }
                assertThat(runs.state(said.runId())).isEqualTo(RunState.COMPLETED);
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
        UUID runId = runs.start(ORDERS);
        Said said = new Said(runId, ORDERS);
        runs.hear(said.planned("p"));
        runs.hear(said.page("p", 1, 1, "", "a"));
        runs.hear(said.page("p", 1, 2, "b", "c"));
        runs.hear(said.page("p", 1, 3, "c", null));

        assertThat(runs.state(runId)).isEqualTo(RunState.RUNNING);

        runs.hear(said.page("p", 1, 2, "a", "c"));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void pages_of_two_scans_do_not_complete_each_other() {
        UUID runId = runs.start(ORDERS);
        Said said = new Said(runId, ORDERS);
        runs.hear(said.planned("p"));
        runs.hear(said.page("p", 1, 1, "", "a"));
        runs.hear(said.page("p", 2, 2, "a", null));

        assertThat(runs.state(runId)).isEqualTo(RunState.RUNNING);
    }
}
