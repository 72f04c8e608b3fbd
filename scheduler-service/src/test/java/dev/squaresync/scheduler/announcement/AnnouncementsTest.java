package dev.squaresync.scheduler.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunExpected;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.schedule.ScheduleChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class AnnouncementsTest {

    private static final Instant TWO_O_CLOCK = Instant.parse("2026-11-23T01:00:00Z");
    private static final DataType ORDERS = DataType.of("orders");

    @Autowired
    private Announcements announcements;

    @Autowired
    private dev.squaresync.scheduler.schedule.Schedules schedules;

    @Autowired
    private Schedules dueTimes;

    @Autowired
    private Runs runs;

    @Autowired
    private Bus bus;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void each_schedules_next_run_is_announced_once() {
        assertThat(announced()).hasSize(5).allSatisfy(next -> {
            assertThat(next.expectedAt()).isEqualTo(TWO_O_CLOCK);
            assertThat(next.timeZone()).isEqualTo("Europe/Berlin");
            assertThat(next.lastStarted()).isNull();
        });
        assertThat(announced()).isEmpty();
    }

    @Test
    void a_pause_withdraws_the_run_and_a_resumption_announces_it_again() {
        announced();

        pause(true);
        assertThat(announced())
                .singleElement()
                .extracting(RunExpected::expectedAt)
                .isNull();

        pause(false);
        assertThat(announced())
                .singleElement()
                .extracting(RunExpected::expectedAt)
                .isEqualTo(TWO_O_CLOCK);
    }

    @Test
    void a_start_announces_the_run_and_the_next_one() {
        announced();
        dueTimes.putOff();
        dueTimes.dueAt("2026-11-23T01:00:00Z", "orders");
        announced();

        clock.set(TWO_O_CLOCK.plusSeconds(1));

        SettableClock now = clock;
        List<RunExpected> next = await().until(this::announced, list -> !list.isEmpty());
        assertThat(next).singleElement().satisfies(orders -> {
            assertThat(orders.dataType()).isEqualTo(ORDERS);
            assertThat(orders.expectedAt()).isEqualTo(TWO_O_CLOCK.plus(Duration.ofDays(1)));
            assertThat(orders.lastStartedAt()).isEqualTo(now.instant());
            assertThat(orders.lastStarted()).isEqualTo(run());
        });
    }

    @Test
    void what_waits_for_a_run_of_the_same_data_types_says_so() {
        announced();
        UUID active = runs.start(ORDERS);
        dueTimes.putOff();
        dueTimes.dueAt("2026-11-22T12:00:00Z", "orders");

        assertThat(announced())
                .filteredOn(next -> next.dataType().equals(ORDERS))
                .singleElement()
                .satisfies(orders -> {
                    assertThat(orders.expectedAt()).isEqualTo(SettableClock.START.plus(Duration.ofMinutes(11)));
                    assertThat(orders.waitsFor()).isEqualTo("Run " + active + " is still under way.");
                });
    }

    private List<RunExpected> announced() {
        announcements.announce();
        return bus.hearAll().stream()
                .filter(RunExpected.class::isInstance)
                .map(RunExpected.class::cast)
                .toList();
    }

    private void pause(boolean paused) {
        schedules.change(ORDERS, new ScheduleChange(null, null, paused, null, null), "test");
    }

    private UUID run() {
        return jdbc.sql("select id from sync_runs").query(UUID.class).single();
    }
}
