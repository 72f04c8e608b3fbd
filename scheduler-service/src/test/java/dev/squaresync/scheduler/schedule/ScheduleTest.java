package dev.squaresync.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "daily,         0 0 2 * * *,       PT48H",
        "hourly,        0 0 * * * *,       PT2H",
        "each second,   * * * * * *,       PT2S",
        "on weekdays,   0 0 2 * * MON-FRI, PT96H",
        "on Sundays,    0 0 2 * * SUN,     PT336H",
        "in the day,    0 0 8-18 * * *,    PT15H"
    })
    void two_runs_become_due_within_a_time_that_knows_the_weekend(String when, String cron, Duration longest) {
        Cadence cadence = new Cadence(cron, ZoneId.of("Europe/Berlin"));
        Instant wednesday = cadence.next(Instant.parse("2026-11-25T00:00:00Z"), null);
        Schedule schedule =
                new Schedule(DataType.of("orders"), cadence, Mode.FULL, null, Priority.HIGH, false, wednesday);

        assertThat(schedule.longestWaitForTwo()).as(when).isEqualTo(longest);
    }
}
