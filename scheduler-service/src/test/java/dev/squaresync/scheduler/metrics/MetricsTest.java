package dev.squaresync.scheduler.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.Metrics;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class MetricsTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final String COMPLETED = "square_sync_runs_seconds_count{state=\"COMPLETED\"}";
    private static final String COMPLETED_SUM = "square_sync_runs_seconds_sum{state=\"COMPLETED\"}";
    private static final String IN_FIVE_MINUTES = "square_sync_runs_seconds_bucket{state=\"COMPLETED\",le=\"300.0\"}";
    private static final String FRESHNESS = "square_sync_freshness_seconds{data_type=\"orders\"}";
    private static final String OPEN = "square_sync_dead_letters_open{queue=\"square-sync.fetcher.pages\"}";

    @Autowired
    private Metrics metrics;

    @Autowired
    private Runs runs;

    @Autowired
    private Bus bus;

    @Autowired
    private Letters letters;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Schedules schedules;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_run_is_counted_with_its_time_and_its_data_is_as_fresh_as_the_watermark_says() {
        schedules.putOff();
        double before = metrics.valueOr(COMPLETED, 0);
        double secondsBefore = metrics.valueOr(COMPLETED_SUM, 0);
        double quickBefore = metrics.valueOr(IN_FIVE_MINUTES, 0);
        UUID run = runs.start(ORDERS);
        assertThat(metrics.value(FRESHNESS)).isNaN();

        clock.advance(Duration.ofSeconds(90));
        complete(run);

        assertThat(metrics.value(COMPLETED)).isEqualTo(before + 1);
        assertThat(metrics.value(COMPLETED_SUM)).isEqualTo(secondsBefore + secondsOf(run));
        assertThat(metrics.value(IN_FIVE_MINUTES)).isEqualTo(quickBefore + 1);
        assertThat(metrics.value(FRESHNESS)).isEqualTo(freshness());

        clock.advance(Duration.ofHours(30));
        assertThat(metrics.value(FRESHNESS)).isEqualTo(freshness()).isGreaterThan(30 * 3600);
    }

    @Test
    void a_healed_run_is_counted_as_healed_and_not_as_one_that_took_so_long() {
        Said orders = new Said(runs.start(ORDERS), ORDERS);
        runs.hear(orders.planned("a"));
        runs.hear(orders.givenUp("a"));
        assertThat(runs.state(orders.runId())).isEqualTo(RunState.FAILED);
        double completed = metrics.valueOr(COMPLETED, 0);
        double healed = metrics.valueOr("square_sync_runs_healed_total{state=\"COMPLETED\"}", 0);

        runs.hear(orders.onlyPage("a"));

        assertThat(runs.state(orders.runId())).isEqualTo(RunState.COMPLETED);
        assertThat(metrics.valueOr(COMPLETED, 0)).isEqualTo(completed);
        assertThat(metrics.value("square_sync_runs_healed_total{state=\"COMPLETED\"}"))
                .isEqualTo(healed + 1);
    }

    @Test
    void a_run_whose_end_is_rolled_back_is_not_counted() {
        double before = metrics.valueOr(COMPLETED, 0);
        Said orders = new Said(runs.start(ORDERS), ORDERS);
        runs.hear(orders.planned("a"));

        runs.hearAndRollBack(orders.onlyPage("a"));

        assertThat(runs.state(orders.runId())).isEqualTo(RunState.RUNNING);
        assertThat(metrics.valueOr(COMPLETED, 0)).isEqualTo(before);
    }

    @Test
    void open_dead_letters_are_counted_from_the_rows_at_most_every_15_seconds() {
        clock.advance(Duration.ofMinutes(1));
        assertThat(metrics.value(OPEN)).isZero();
        letters.giveUp("orders", "a", "square-unavailable");
        letters.giveUp("orders", "b", "square-unavailable");

        clock.advance(Duration.ofSeconds(14));
        assertThat(metrics.value(OPEN)).isZero();
        clock.advance(Duration.ofSeconds(1));

        assertThat(metrics.value(OPEN)).isEqualTo(2);
        assertThat(metrics.value("square_sync_dead_letters_open{queue=\"square-sync.writer.pages\"}"))
                .isZero();
    }

    @Test
    void what_waits_in_the_outbox_is_counted_with_its_age() {
        bus.awaitPublished();
        clock.advance(Duration.ofMinutes(1));
        assertThat(metrics.value("square_sync_outbox_messages")).isZero();
        assertThat(metrics.value("square_sync_outbox_age_seconds")).isZero();

        jdbc.sql("""
                insert into outbox (run_id, exchange, routing_key, wire_type, body, stored_at, next_try_at)
                values (gen_random_uuid(), 'nowhere', 'none', 'run-cancelled.v1', '{}', :now, '9999-01-01')
                """).param("now", Timestamp.from(clock.instant())).update();
        clock.advance(Duration.ofSeconds(40));

        await().untilAsserted(() ->
                assertThat(metrics.value("square_sync_outbox_messages")).isEqualTo(1));
        assertThat(metrics.value("square_sync_outbox_age_seconds")).isEqualTo(40);
    }

    @Test
    void queues_are_shown_as_the_broker_counts_them() {
        String consumers = "square_sync_queue_consumers{queue=\"square-sync.scheduler.progress\"}";
        await().untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(15));
            assertThat(metrics.value(consumers)).isEqualTo(1);
        });
        assertThat(metrics.value("square_sync_queue_messages{queue=\"square-sync.scheduler.progress\"}"))
                .isZero();
        assertThat(metrics.value("square_sync_queue_consumers{queue=\"square-sync.writer.pages\"}"))
                .isZero();
    }

    private void complete(UUID run) {
        Said orders = new Said(run, ORDERS);
        runs.hear(orders.planned("a"));
        runs.hear(orders.onlyPage("a"));
        assertThat(runs.state(run)).isEqualTo(RunState.COMPLETED);
    }

    private double secondsOf(UUID run) {
        return jdbc.sql("select extract(epoch from ended_at - requested_at) from sync_runs where id = :id")
                .param("id", run)
                .query(Double.class)
                .single();
    }

    private double freshness() {
        return jdbc.sql("select extract(epoch from :now - complete_up_to) from watermarks where data_type = 'orders'")
                .param("now", Timestamp.from(clock.instant()))
                .query(Double.class)
                .single();
    }
}
