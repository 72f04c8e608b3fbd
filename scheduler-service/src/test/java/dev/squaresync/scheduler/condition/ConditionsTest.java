package dev.squaresync.scheduler.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.Part;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.message.DataType;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.Slice;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.WorkerSeen;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.fixture.AnotherScheduler;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class ConditionsTest {

    private static final DataType ORDERS = DataType.of("orders");

    @Autowired
    private Conditions conditions;

    @Autowired
    private DependencyReports dependencies;

    @Autowired
    private Workers workers;

    @Autowired
    private Runs runs;

    @Autowired
    private Schedules schedules;

    @Autowired
    private Letters letters;

    @Autowired
    private Consumers consumers;

    @Autowired
    private Bus bus;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Surroundings surroundings;

    @Test
    void dead_letters_are_raised_once_counted_by_cause_and_cleared_when_all_are_decided() {
        letters.giveUp("orders", "a", "square-rejected");
        letters.giveUp("inventory", "b", "square-rejected");
        letters.giveUp("orders", "c", "page-too-large");

        List<ConditionReported> raised = look();

        assertThat(raised).hasSize(2).allMatch(report -> report.state() == State.RAISED);
        ConditionReported rejected = about("dead-letters:square-rejected", raised);
        assertThat(rejected.count()).isEqualTo(2);
        assertThat(rejected.dataTypes()).containsExactlyInAnyOrder(ORDERS, DataType.of("inventory"));
        assertThat(rejected.breakdown())
                .containsExactlyInAnyOrder(
                        new Part("orders", "square-sync.fetcher.pages", 1),
                        new Part("inventory", "square-sync.fetcher.pages", 1));
        assertThat(look()).isEmpty();

        letters.giveUp("orders", "d", "square-rejected");

        assertThat(look()).singleElement().satisfies(changed -> {
            assertThat(changed.state()).isEqualTo(State.CHANGED);
            assertThat(changed.count()).isEqualTo(3);
            assertThat(changed.since()).isEqualTo(rejected.since());
        });

        jdbc.sql("delete from dead_letters").update();

        assertThat(look())
                .extracting(ConditionReported::cause, ConditionReported::state)
                .containsExactlyInAnyOrder(
                        tuple("dead-letters:square-rejected", State.CLEARED),
                        tuple("dead-letters:page-too-large", State.CLEARED));
        assertThat(look()).isEmpty();
    }

    @Test
    void a_dead_letter_that_failed_a_stream_is_told_by_the_end_of_its_run_alone() {
        UUID runId = runs.start(ORDERS);
        runs.hear(new Said(runId, ORDERS).planned("p"));

        consumers.giveUp(Topology.PAGES_TO_FETCH, page(runId, "p"), "square-rejected", "Why.");
        letters.awaitLetters(1);

        assertThat(heard()).hasAtLeastOneElementOfType(SyncEnded.class);
        assertThat(look()).isEmpty();
    }

    @Test
    void of_several_dead_letters_of_one_stream_all_are_counted() {
        UUID runId = runs.start(ORDERS);
        runs.hear(new Said(runId, ORDERS).planned("p", "q"));
        consumers.giveUp(Topology.PAGES_TO_FETCH, page(runId, "p"), "square-rejected", "Why.");
        consumers.giveUp(Topology.PAGES_TO_FETCH, page(runId, "q"), "square-rejected", "Why.");
        letters.awaitLetters(2);

        assertThat(look()).singleElement().extracting(ConditionReported::count).isEqualTo(2L);
    }

    @Test
    void what_a_refused_token_leaves_behind_is_told_by_the_end_of_its_run_alone() {
        UUID runId = runs.start(ORDERS);
        runs.hear(new Said(runId, ORDERS).planned("p", "q"));
        consumers.giveUp(Topology.PAGES_TO_FETCH, page(runId, "p"), "square-unauthorized", "No.");
        consumers.giveUp(Topology.PAGES_TO_FETCH, page(runId, "q"), "square-unauthorized", "No.");
        letters.awaitLetters(2);

        assertThat(look()).isEmpty();
    }

    @Test
    void what_was_raised_before_its_run_ended_goes_on_until_it_is_decided() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p", "q"));
        consumers.giveUp(Topology.PAGES_TO_FETCH, page(runId, "p"), "square-rejected", "Why.");
        letters.awaitLetters(1);
        assertThat(look()).hasSize(1);

        clock.advance(Duration.ofMinutes(1));
        runs.hear(orders.onlyPage("q"));

        assertThat(look()).isEmpty();
    }

    @Test
    void a_stream_that_was_asked_for_again_in_vain_is_stalled_until_it_moves() {
        UUID runId = runs.start(ORDERS);
        bus.awaitPublished();
        jdbc.sql("update streams set moved_at = :then, driven_again_at = :then")
                .param("then", SettableClock.START.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(look()).singleElement().satisfies(stalled -> {
            assertThat(stalled.kind()).isEqualTo("stream-stalled");
            assertThat(stalled.dataTypes()).containsExactly(ORDERS);
            assertThat(stalled.detail()).contains("orders of run " + runId, "nothing has come since");
        });

        clock.advance(Duration.ofSeconds(1));
        runs.hear(new Said(runId, ORDERS).planned("p"));

        assertThat(look()).singleElement().extracting(ConditionReported::state).isEqualTo(State.CLEARED);
    }

    @Test
    void a_data_type_that_falls_behind_is_a_gap_in_the_coverage() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p"));
        runs.hear(orders.onlyPage("p"));
        assertThat(look()).isEmpty();
        schedules.putOff();

        clock.advance(Duration.ofDays(4));

        assertThat(look()).singleElement().satisfies(gap -> {
            assertThat(gap.kind()).isEqualTo("coverage-gap");
            assertThat(gap.detail()).contains("orders is complete only up to 2026-11-22T11:55:00Z");
        });
        assertThat(look()).isEmpty();
    }

    @Test
    void an_outage_is_told_when_it_has_lasted_and_when_it_is_over() {
        report(false);
        assertThat(look()).isEmpty();

        clock.advance(Duration.ofMinutes(6));
        report(false);

        assertThat(look()).singleElement().satisfies(outage -> {
            assertThat(outage.cause()).isEqualTo("dependency-down:fetcher:Square");
            assertThat(outage.since()).isEqualTo(SettableClock.START);
            assertThat(outage.facts()).containsEntry("service", "fetcher").containsEntry("dependency", "Square");
        });

        report(true);

        assertThat(look()).singleElement().extracting(ConditionReported::state).isEqualTo(State.CLEARED);
    }

    @Test
    void a_service_that_is_silent_for_long_is_told() {
        workers.seen(new WorkerSeen("writer", "writer-1", "1", SettableClock.START, SettableClock.START));
        workers.seen(new WorkerSeen("notifier", "notifier-1", "1", SettableClock.START, SettableClock.START));
        assertThat(look()).isEmpty();

        clock.advance(Duration.ofMinutes(6));

        assertThat(look()).singleElement().extracting(ConditionReported::cause).isEqualTo("service-silent:writer");
    }

    @Test
    void several_schedulers_say_it_once() throws Exception {
        letters.giveUp("orders", "a", "square-rejected");
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try (ConfigurableApplicationContext another = AnotherScheduler.start(surroundings.properties(), clock)) {
            Conditions other = another.getBean(Conditions.class);
            List<Callable<Void>> looks =
                    List.of(() -> look(conditions), () -> look(other), () -> look(conditions), () -> look(other));
            for (Future<Void> look : hands.invokeAll(looks)) {
                look.get();
            }
        } finally {
            hands.shutdownNow();
        }

        assertThat(reports()).hasSize(1);
    }

    private static Void look(Conditions conditions) {
        conditions.look();
        return null;
    }

    private List<ConditionReported> look() {
        conditions.look();
        return reports();
    }

    private List<ConditionReported> reports() {
        return heard().stream()
                .filter(ConditionReported.class::isInstance)
                .map(ConditionReported.class::cast)
                .toList();
    }

    private List<Object> heard() {
        return bus.hearAll();
    }

    private static ConditionReported about(String cause, List<ConditionReported> reports) {
        return reports.stream()
                .filter(report -> report.cause().equals(cause))
                .findFirst()
                .orElseThrow();
    }

    private static FetchPage page(UUID runId, String partition) {
        Slice slice = new Slice(List.of(), List.of(), null, null);
        return FetchPage.first(runId, ORDERS, new Partition(partition, partition, slice), Purpose.MIRROR);
    }

    private void report(boolean up) {
        dependencies.record(new DependencyReported(
                "fetcher", "one", "Square", up, SettableClock.START, "It does not answer.", clock.instant()));
    }
}
