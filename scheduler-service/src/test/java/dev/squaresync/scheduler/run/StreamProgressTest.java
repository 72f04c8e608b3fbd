package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerTest
class StreamProgressTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType CATALOG = DataType.of("catalog");
    private static final Instant NOW = SettableClock.START;

    @Autowired
    private Runs runs;

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
        UUID runId = runs.start(ORDERS);
        Said said = new Said(runId, ORDERS);

        assertThat(runs.state(runId)).isEqualTo(RunState.REQUESTED);
        runs.hear(said.planned("p", "q"));
        assertThat(runs.state(runId)).isEqualTo(RunState.RUNNING);
        runs.hear(said.onlyPage("p"));
        runs.hear(said.page("q", 1, 1, "", "a"));
        assertThat(runs.state(runId)).isEqualTo(RunState.RUNNING);
        runs.hear(said.page("q", 1, 2, "a", null));

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
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
        UUID runId = runs.start(ORDERS);

        runs.hear(new Said(runId, ORDERS).planned());

        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void an_empty_listing_after_one_with_objects_fails_and_proves_nothing() {
        UUID first = runs.start(ORDERS);
        runs.hear(new Said(first, ORDERS).planned("p"));
        runs.hear(new Said(first, ORDERS).onlyPage("p"));
        Watermark before = watermarks.find(ORDERS).orElseThrow();
        clock.advance(Duration.ofHours(1));
        UUID second = runs.start(ORDERS);
        Said said = new Said(second, ORDERS);

        runs.hear(said.planned("p"));
        runs.hear(said.emptyPage("p"));

        RunReport report = runs.report(second);
        assertThat(report.run().state()).isEqualTo(RunState.FAILED);
        assertThat(report.streams().get(0).failure().code()).isEqualTo("empty-listing");
        assertThat(report.streams().get(0).failure().detail())
                .isEqualTo("Square listed no orders at all, although the run of 2026-11-22T12:00:00Z had 10:"
                        + " nothing was deleted; look at Square or the token, then sync again.");
        assertThat(watermarks.find(ORDERS)).contains(before);
    }

    @Test
    void a_second_plan_can_add_partitions_while_the_stream_is_active() {
        UUID runId = runs.start(ORDERS);
        Said said = new Said(runId, ORDERS);
        runs.hear(said.planned("p"));
        runs.hear(said.planned("p", "q"));
        runs.hear(said.onlyPage("p"));

        assertThat(runs.state(runId)).isEqualTo(RunState.RUNNING);
        runs.hear(said.onlyPage("q"));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void a_stream_that_cannot_be_planned_fails_at_once() {
        UUID runId = runs.start(ORDERS);

        runs.hear(new Said(runId, ORDERS).givenUp(null));

        assertThat(runs.state(runId)).isEqualTo(RunState.FAILED);
        assertThat(watermarks.find(ORDERS)).isEmpty();
    }

    @Test
    void a_run_with_one_failed_data_type_is_partial_and_the_others_watermark_moves() {
        UUID runId = runs.start(CATALOG, ORDERS);
        Said catalog = new Said(runId, CATALOG);
        runs.hear(new Said(runId, ORDERS).givenUp(null));
        assertThat(runs.state(runId)).isEqualTo(RunState.REQUESTED);
        runs.hear(catalog.planned("p"));
        runs.hear(catalog.onlyPage("p"));

        assertThat(runs.state(runId)).isEqualTo(RunState.PARTIAL);
        assertThat(watermarks.all()).extracting(Watermark::dataType).containsExactly(CATALOG);
    }

    @Test
    void what_is_said_about_unknown_runs_and_data_types_is_ignored() {
        UUID runId = runs.start(ORDERS);
        List<Said> strangers = List.of(new Said(UUID.randomUUID(), ORDERS), new Said(runId, CATALOG));
        for (Said said : strangers) {
            runs.hear(said.planned("p"));
            runs.hear(said.onlyPage("p"));
            runs.hear(said.givenUp("p"));
            runs.hear(said.givenUp(null));
        }

        assertThat(runs.state(runId)).isEqualTo(RunState.REQUESTED);
        assertThat(reports.page(RunFilter.ANY, 10, null).runs()).hasSize(1);
    }
}
