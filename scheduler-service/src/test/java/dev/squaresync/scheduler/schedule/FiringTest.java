package dev.squaresync.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.scheduler.fixture.AnotherScheduler;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import dev.squaresync.scheduler.run.RunFilter;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class FiringTest {

    private static final Instant DUE = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    private Firing firing;

    @Autowired
    private SettableClock clock;

    @Autowired
    private RunReports reports;

    @Autowired
    private Runs hearing;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Surroundings surroundings;

    @Test
    void at_its_time_one_run_of_all_data_types_starts_by_itself() {
        clock.set(DUE.minusMillis(1));
        firing.fireDue();
        assertThat(runs()).isEmpty();

        clock.set(DUE);

        await().untilAsserted(() -> assertThat(runs()).hasSize(1));
        RunReport run = runs().get(0);
        assertThat(run.run().trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(run.run().requestedBy()).isEqualTo("schedule");
        assertThat(run.streams()).hasSize(5);
        assertThat(nextDue()).containsOnly(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void times_missed_while_the_scheduler_was_down_are_made_up_for_once() {
        clock.set(DUE.plus(Duration.ofDays(3)).plus(Duration.ofHours(5)));

        firing.fireDue();
        completeRuns();
        firing.fireDue();

        assertThat(runs()).hasSize(1);
        assertThat(nextDue()).containsOnly(DUE.plus(Duration.ofDays(4)));
    }

    @Test
    void a_run_of_everything_that_somebody_asked_for_at_that_time_delays_the_days_own_run() {
        clock.set(DUE.minusMillis(1));
        api.post("/api/sync-runs", "{}");
        clock.set(DUE);

        firing.fireDue();
        assertThat(runs()).hasSize(1);
        completeRuns();
        firing.fireDue();

        assertThat(runs()).hasSize(2);
        assertThat(runs().get(0).run().trigger()).isEqualTo(Trigger.SCHEDULE);
        assertThat(runs().get(0).streams()).hasSize(5);
        assertThat(nextDue()).containsOnly(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void a_run_of_everything_that_does_not_end_is_waited_for_some_minutes_only() {
        clock.set(DUE.minusMillis(1));
        api.post("/api/sync-runs", "{}");
        clock.set(DUE.plus(Duration.ofMinutes(10)).plusMillis(1));

        firing.fireDue();

        assertThat(runs()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from skipped_firings")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
        assertThat(nextDue()).containsOnly(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void a_comparison_with_square_however_long_delays_what_is_due_instead_of_costing_it() {
        api.post("/api/sync-runs", "{\"full\": true}");
        completeRuns();
        clock.set(DUE.minusMillis(1));
        UUID verification = UUID.fromString(api.post("/api/verifications", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue());
        clock.set(DUE.plus(Duration.ofMinutes(40)));

        firing.fireDue();
        assertThat(runs()).hasSize(2);
        assertThat(api.post("/api/sync-runs", "{}").body().get("detail").stringValue())
                .contains("orders is being compared with Square by run");
        api.post("/api/sync-runs/" + verification + "/cancel", "{}");
        firing.fireDue();

        assertThat(runs()).hasSize(3);
        assertThat(runs().get(0).streams()).hasSize(5);
        assertThat(runs().get(0).run().kind()).isEqualTo(RunKind.SYNC);
        assertThat(jdbc.sql("select count(*) from skipped_firings")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_data_type_that_is_still_being_synced_is_skipped_and_that_is_recorded() {
        String active = api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue();
        clock.set(DUE);

        firing.fireDue();

        assertThat(runs()).hasSize(2);
        assertThat(runs().get(0).streams())
                .extracting(StreamReport::dataType)
                .hasSize(4)
                .doesNotContain(DataType.of("orders"));
        assertThat(jdbc.sql("select data_type || ' ' || run_id from skipped_firings")
                        .query(String.class)
                        .list())
                .containsExactly("orders " + active);
        assertThat(api.get("/api/status").body().get("verdict").stringValue())
                .contains("orders has been syncing since 2026-11-22T12:00:00Z and has not ended: see run " + active);
        assertThat(nextDue()).containsOnly(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void a_paused_schedule_is_not_due_and_makes_up_for_nothing_when_it_is_resumed() {
        api.patch("/api/schedules/orders", "{\"paused\": true}");
        clock.set(DUE.plusSeconds(60));
        firing.fireDue();
        assertThat(runs().get(0).streams()).extracting(StreamReport::dataType).doesNotContain(DataType.of("orders"));

        api.patch("/api/schedules/orders", "{\"paused\": false}");
        firing.fireDue();

        assertThat(runs()).hasSize(1);
        assertThat(nextDue()).containsOnly(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    void several_schedulers_start_one_run() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try (ConfigurableApplicationContext another = AnotherScheduler.start(surroundings.properties(), clock)) {
            List<Callable<Void>> ticks = List.of(
                    () -> fire(firing),
                    () -> fire(another.getBean(Firing.class)),
                    () -> fire(firing),
                    () -> fire(another.getBean(Firing.class)));
            for (int night = 0; night < 10; night++) {
                clock.set(DUE.plus(Duration.ofDays(night)));
                for (Future<Void> tick : hands.invokeAll(ticks)) {
                    tick.get();
                }
                completeRuns();
                assertThat(runs()).hasSize(night + 1);
            }
        } finally {
            hands.shutdownNow();
        }
        assertThat(jdbc.sql("select count(*) from skipped_firings")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    0 0 2 * * *,  2027-03-27",
        "Europe/Berlin,    0 30 2 * * *, 2027-03-27",
        "Europe/Berlin,    0 0 2 * * *,  2027-10-30",
        "Europe/Berlin,    0 30 2 * * *, 2027-10-30",
        "America/New_York, 0 0 2 * * *,  2027-03-13",
        "America/New_York, 0 30 2 * * *, 2027-03-13",
        "America/New_York, 0 0 2 * * *,  2027-11-06",
        "America/New_York, 0 30 2 * * *, 2027-11-06"
    })
    void across_a_clock_change_every_local_date_has_exactly_one_run(ZoneId zone, String cron, LocalDate first) {
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = first.plusDays(3).atStartOfDay(zone).toInstant();
        patchAll("{\"paused\": true}");
        clock.set(begin);
        patchAll("{\"paused\": false, \"cron\": \"" + cron + "\", \"timeZone\": \"" + zone + "\"}");

        for (Instant now = begin; now.isBefore(end); now = now.plus(Duration.ofMinutes(10))) {
            clock.set(now);
            firing.fireDue();
            completeRuns();
        }

        assertThat(runs())
                .extracting(report -> report.run().requestedAt().atZone(zone).toLocalDate())
                .containsExactly(first.plusDays(2), first.plusDays(1), first);
    }

    private void patchAll(String change) {
        for (String dataType : List.of("orders", "catalog", "categories", "locations", "inventory")) {
            api.patch("/api/schedules/" + dataType, change);
        }
    }

    private static Void fire(Firing firing) {
        firing.fireDue();
        return null;
    }

    private List<RunReport> runs() {
        return reports.page(RunFilter.ANY, 100, null).runs();
    }

    private List<Instant> nextDue() {
        return jdbc.sql("select next_due_at from schedules")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** Nothing to read, says the fetcher, for every stream. */
    private void completeRuns() {
        for (RunReport run : runs()) {
            if (run.run().endedAt() == null) {
                run.streams()
                        .forEach(stream ->
                                hearing.hear(new StreamPlanned(stream.runId(), stream.dataType(), List.of())));
            }
        }
    }
}
