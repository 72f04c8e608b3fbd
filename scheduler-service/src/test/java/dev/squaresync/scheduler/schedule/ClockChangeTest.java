package dev.squaresync.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The night on which the clocks change, with two schedulers and somebody who cannot sleep. */
@SchedulerTest
@TestInstance(Lifecycle.PER_CLASS)
class ClockChangeTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final Duration STEP = Duration.ofMinutes(30);
    private static final int HANDS = 5;

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

    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
    private ConfigurableApplicationContext another;

    @BeforeAll
    void startAnotherScheduler() {
        another = AnotherScheduler.start(surroundings.properties(), clock);
    }

    @AfterAll
    void stop() {
        hands.shutdownNow();
        another.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    0 0 2 * * *,  2027-03-28, orders",
        "Europe/Berlin,    0 30 2 * * *, 2027-03-28, orders",
        "Europe/Berlin,    0 0 2 * * *,  2027-10-31, orders",
        "Europe/Berlin,    0 30 2 * * *, 2027-10-31, orders",
        "America/New_York, 0 0 2 * * *,  2027-03-14, orders",
        "America/New_York, 0 30 2 * * *, 2027-03-14, orders",
        "America/New_York, 0 0 1 * * *,  2027-11-07, orders",
        "America/New_York, 0 30 1 * * *, 2027-11-07, orders",
        "Europe/Berlin,    0 0 2 * * *,  2027-03-28, everything",
        "Europe/Berlin,    0 0 2 * * *,  2027-10-31, everything",
        "America/New_York, 0 0 2 * * *,  2027-03-14, everything",
        "America/New_York, 0 0 1 * * *,  2027-11-07, everything"
    })
    void two_schedulers_start_one_run_that_day_and_a_click_gets_its_own_or_none(
            ZoneId zone, String cron, LocalDate day, String clicked) throws Exception {
        String body = clicked.equals("orders") ? "{\"dataTypes\": [\"orders\"]}" : "{}";
        Instant begin = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        clock.set(begin.minusSeconds(1));
        schedule(cron, zone);
        Api.Answer click = null;
        for (Instant now = begin; now.isBefore(end); now = now.plus(STEP)) {
            // The schedulers' own clocks tick as well, so what is due is known before it is.
            boolean due = nextDue().equals(now);
            Callable<Api.Answer> clicking = () -> api.post("/api/sync-runs", body);
            List<Callable<Api.Answer>> race = race(due ? clicking : () -> null);
            clock.set(now);
            List<Future<Api.Answer>> answers = hands.invokeAll(race);
            for (Future<Api.Answer> answer : answers) {
                answer.get();
            }
            click = due ? answers.get(0).get() : click;
            completeRuns();
        }

        assertThat(click).as("it was due once").isNotNull();
        assertThat(runs(Trigger.SCHEDULE)).hasSize(1);
        List<DataType> scheduled = dataTypes(runs(Trigger.SCHEDULE).get(0));
        if (click.status() == 409) {
            assertThat(scheduled).hasSize(5).contains(ORDERS);
            assertThat(runs(Trigger.REQUEST)).isEmpty();
        } else {
            assertThat(click.status()).isEqualTo(202);
            if (clicked.equals("orders")) {
                assertThat(scheduled).hasSize(4).doesNotContain(ORDERS);
                assertThat(skipped()).containsExactly("orders");
            } else {
                assertThat(scheduled).hasSize(5);
                assertThat(skipped()).isEmpty();
            }
            assertThat(runs(Trigger.REQUEST))
                    .extracting(report -> report.run().id())
                    .containsExactly(UUID.fromString(click.body().get("id").stringValue()));
        }
    }

    /** All start at the same moment; the first is the given one. */
    private List<Callable<Api.Answer>> race(Callable<Api.Answer> first) {
        CyclicBarrier line = new CyclicBarrier(HANDS);
        List<Callable<Api.Answer>> runners = new ArrayList<>();
        runners.add(() -> {
            line.await();
            return first.call();
        });
        for (int i = 1; i < HANDS; i++) {
            Firing own = i % 2 == 0 ? firing : another.getBean(Firing.class);
            runners.add(() -> {
                line.await();
                own.fireDue();
                return null;
            });
        }
        return runners;
    }

    private void schedule(String cron, ZoneId zone) {
        Instant due = new Cadence(cron, zone).next(clock.instant(), null);
        jdbc.sql("update schedules set cron = :cron, time_zone = :zone, next_due_at = cast(:due as timestamptz)")
                .param("cron", cron)
                .param("zone", zone.getId())
                .param("due", due.toString())
                .update();
    }

    private Instant nextDue() {
        return jdbc.sql("select distinct next_due_at from schedules")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private List<String> skipped() {
        return jdbc.sql("select data_type from skipped_firings")
                .query(String.class)
                .list();
    }

    private List<RunReport> runs(Trigger trigger) {
        return reports.page(RunFilter.ANY, 100, null).runs().stream()
                .filter(report -> report.run().trigger() == trigger)
                .toList();
    }

    private static List<DataType> dataTypes(RunReport report) {
        return report.streams().stream().map(StreamReport::dataType).toList();
    }

    /** Nothing to read, says the fetcher, for every stream. */
    private void completeRuns() {
        for (RunReport run : reports.page(RunFilter.ANY, 100, null).runs()) {
            if (run.run().endedAt() == null) {
                run.streams()
                        .forEach(stream ->
                                hearing.hear(new StreamPlanned(stream.runId(), stream.dataType(), List.of())));
            }
        }
    }
}
