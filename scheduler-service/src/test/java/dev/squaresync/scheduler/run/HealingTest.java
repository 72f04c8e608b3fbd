package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Shuffled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerTest
class HealingTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType CATALOG = DataType.of("catalog");
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final int PERMUTATIONS = 20;

    @Autowired
    private Runs runs;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private Bus bus;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Schedules schedules;

    @Test
    void a_partial_run_becomes_complete_when_the_partition_that_was_given_up_is_whole() {
        UUID runId = runs.start(CATALOG, ORDERS);
        completeCatalog(runId);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p", "q"));
        runs.hear(orders.onlyPage("p"));
        runs.hear(orders.page("q", 1, 1, "", "a"));
        runs.hear(orders.givenUp("q"));
        assertThat(runs.state(runId)).isEqualTo(RunState.PARTIAL);
        assertThat(watermarks.find(ORDERS)).isEmpty();
        clock.advance(Duration.ofHours(3));

        runs.hear(orders.page("q", 1, 2, "a", null));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        StreamReport stream = runs.stream(runId, ORDERS);
        assertThat(stream.state()).isEqualTo(StreamState.COMPLETED);
        assertThat(stream.failure()).isNull();
        assertThat(stream.endedAt()).isEqualTo(clock.instant());
        assertThat(stream.completeUpTo()).isEqualTo(SettableClock.START.minus(OVERLAP));
        assertThat(watermarks.find(ORDERS).orElseThrow().completeUpTo()).isEqualTo(SettableClock.START.minus(OVERLAP));
        assertThat(ends()).extracting(SyncEnded::state).containsExactly(RunState.PARTIAL, RunState.COMPLETED);
    }

    @Test
    void a_stream_that_could_not_be_planned_is_healed_by_a_later_plan_and_its_pages() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.givenUp(null));
        runs.hear(orders.planned("p", "q"));
        runs.hear(orders.onlyPage("p"));
        assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);

        runs.hear(orders.onlyPage("q"));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(ends()).extracting(SyncEnded::state).containsExactly(RunState.FAILED, RunState.COMPLETED);
    }

    @Test
    void a_stream_that_could_not_be_planned_can_heal_before_the_others_are_planned() {
        UUID runId = runs.start(CATALOG, ORDERS);
        runs.hear(new Said(runId, ORDERS).givenUp(null));

        runs.hear(new Said(runId, ORDERS).planned());

        assertThat(runs.stream(runId, ORDERS).state()).isEqualTo(StreamState.COMPLETED);
        assertThat(runs.state(runId)).isEqualTo(RunState.RUNNING);
        completeCatalog(runId);
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(ends()).hasSize(1);
    }

    @Test
    void a_failed_run_is_partial_while_only_some_of_its_streams_have_healed() {
        UUID runId = runs.start(CATALOG, ORDERS);
        runs.hear(new Said(runId, CATALOG).givenUp(null));
        runs.hear(new Said(runId, ORDERS).givenUp(null));

        completeCatalog(runId);
        assertThat(runs.state(runId)).isEqualTo(RunState.PARTIAL);
        runs.hear(new Said(runId, ORDERS).planned());

        assertThat(ends())
                .extracting(SyncEnded::state)
                .containsExactly(RunState.FAILED, RunState.PARTIAL, RunState.COMPLETED);
    }

    @Test
    void two_partitions_that_were_given_up_must_both_be_whole() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p", "q"));
        runs.hear(orders.givenUp("p"));
        runs.hear(orders.givenUp("q"));

        runs.hear(orders.onlyPage("p"));
        assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);
        runs.hear(orders.onlyPage("q"));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void a_partition_that_is_whole_before_the_stream_has_ended_was_given_up_for_nothing() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p", "q"));
        runs.hear(orders.givenUp("p"));
        runs.hear(orders.onlyPage("p"));

        runs.hear(orders.onlyPage("q"));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        assertThat(ends()).hasSize(1);
    }

    @Test
    void a_failed_stream_is_not_healed_by_an_empty_listing() {
        completeCatalog(runs.start(CATALOG));
        Watermark before = watermarks.find(CATALOG).orElseThrow();
        clock.advance(Duration.ofHours(1));
        UUID runId = runs.start(CATALOG);
        Said catalog = new Said(runId, CATALOG);
        runs.hear(catalog.planned("p"));
        runs.hear(catalog.givenUp("p"));

        runs.hear(catalog.emptyPage("p"));
        runs.hear(catalog.planned("p"));

        assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);
        assertThat(watermarks.find(CATALOG)).contains(before);
    }

    @Test
    void what_comes_again_after_the_healing_does_no_harm() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        List<Object> messages = List.of(orders.planned("p"), orders.givenUp("p"), orders.onlyPage("p"));
        messages.forEach(runs::hear);
        RunReport healed = runs.report(runId);
        clock.advance(Duration.ofMinutes(1));

        messages.forEach(runs::hear);
        runs.hear(orders.givenUp(null));
        runs.hear(orders.planned("p", "r"));
        runs.hear(orders.page("p", 2, 1, "", "a"));

        assertThat(runs.report(runId).run()).isEqualTo(healed.run());
        assertThat(runs.stream(runId, ORDERS).state()).isEqualTo(StreamState.COMPLETED);
        assertThat(runs.stream(runId, ORDERS).partitions()).isEqualTo(1);
        assertThat(ends()).hasSize(2);
    }

    @Test
    void an_old_stream_that_heals_after_a_newer_one_moves_no_watermark_back() {
        schedules.putOff();
        UUID old = runs.start(ORDERS);
        Said orders = new Said(old, ORDERS);
        runs.hear(orders.planned("p"));
        runs.hear(orders.givenUp("p"));
        clock.advance(Duration.ofHours(24));
        UUID newer = runs.start(ORDERS);
        runs.hear(new Said(newer, ORDERS).planned("p"));
        runs.hear(new Said(newer, ORDERS).onlyPage("p"));
        Watermark before = watermarks.find(ORDERS).orElseThrow();

        runs.hear(orders.onlyPage("p"));

        assertThat(runs.state(old)).isEqualTo(RunState.COMPLETED);
        assertThat(watermarks.find(ORDERS)).contains(before);
        assertThat(before.runId()).isEqualTo(newer);
        assertThat(runs.stream(old, ORDERS).completeUpTo()).isEqualTo(before.completeUpTo());
    }

    @Test
    void a_stream_heals_while_a_newer_one_of_its_data_type_is_active() {
        UUID old = runs.start(ORDERS);
        runs.hear(new Said(old, ORDERS).givenUp(null));
        UUID newer = runs.start(ORDERS);

        runs.hear(new Said(old, ORDERS).planned());

        assertThat(runs.state(old)).isEqualTo(RunState.COMPLETED);
        assertThat(runs.state(newer)).isEqualTo(RunState.REQUESTED);
    }

    @Test
    void in_any_order_a_stream_is_complete_when_and_only_when_all_is_there() {
        for (int seed = 0; seed < PERMUTATIONS; seed++) {
            UUID runId = runs.start(ORDERS);
            Said said = new Said(runId, ORDERS);
            List<Object> necessary = new ArrayList<>(List.of(
                    said.planned("p", "q"),
                    said.page("p", 1, 1, "", "a"),
                    said.page("p", 1, 2, "a", null),
                    said.onlyPage("q")));
            List<Object> noise = List.of(said.givenUp(null), said.givenUp("p"), said.givenUp("q"));
            Set<Object> heard = new HashSet<>();
            for (Object message : Shuffled.of(seed, necessary, noise)) {
                runs.hear(message);
                heard.add(message);
                assertThat(runs.state(runId) == RunState.COMPLETED)
                        .as("seed %d", seed)
                        .isEqualTo(heard.containsAll(necessary));
            }
        }
    }

    private void completeCatalog(UUID runId) {
        runs.hear(new Said(runId, CATALOG).planned("c"));
        runs.hear(new Said(runId, CATALOG).onlyPage("c"));
    }

    /** What the scheduler has said about ends until now. */
    private List<SyncEnded> ends() {
        List<SyncEnded> ends = new ArrayList<>();
        for (Object message : bus.hearAll()) {
            if (message instanceof SyncEnded ended) {
                ends.add(ended);
            }
        }
        return ends;
    }
}
