package dev.squaresync.scheduler.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,    0 0 2 * * *",
        "Europe/Berlin,    0 30 2 * * *",
        "America/New_York, 0 0 2 * * *",
        "America/New_York, 0 30 2 * * *",
        "America/New_York, 0 30 1 * * *"
    })
    void every_local_date_of_two_years_has_exactly_one_due_time(ZoneId zone, String cron) {
        Cadence cadence = new Cadence(cron, zone);
        LocalDate first = LocalDate.of(2026, 1, 1);
        Instant due = cadence.next(first.atStartOfDay(zone).toInstant(), null);
        List<LocalDate> dates = new ArrayList<>();
        for (int day = 0; day < 730; day++) {
            dates.add(due.atZone(zone).toLocalDate());
            due = cadence.next(due, due);
        }

        assertThat(dates)
                .containsExactlyElementsOf(first.datesUntil(first.plusDays(730)).toList());
    }

    @ParameterizedTest
    @CsvSource({
        // Berlin, 2027-03-28: 02:00 to 03:00 does not exist.
        "Europe/Berlin, 0 0 2 * * *,  2027-03-27T12:00:00Z, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 0 30 2 * * *, 2027-03-27T12:00:00Z, 2027-03-28T01:30:00Z",
        // Berlin, 2026-10-25: 02:00 to 03:00 comes twice.
        "Europe/Berlin, 0 0 2 * * *,  2026-10-24T12:00:00Z, 2026-10-25T00:00:00Z",
        "Europe/Berlin, 0 30 2 * * *, 2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z",
        // New York, 2027-03-14: 02:00 to 03:00 does not exist.
        "America/New_York, 0 0 2 * * *,  2027-03-13T12:00:00Z, 2027-03-14T07:00:00Z",
        "America/New_York, 0 30 2 * * *, 2027-03-13T12:00:00Z, 2027-03-14T07:30:00Z",
        // New York, 2026-11-01: 01:00 to 02:00 comes twice.
        "America/New_York, 0 30 1 * * *, 2026-10-31T12:00:00Z, 2026-11-01T05:30:00Z"
    })
    void a_missing_local_time_comes_after_the_gap_and_a_double_one_comes_first(
            ZoneId zone, String cron, Instant now, Instant due) {
        assertThat(new Cadence(cron, zone).next(now, null)).isEqualTo(due);
    }

    @Test
    void the_second_pass_of_a_double_hour_is_not_due_again() {
        Cadence cadence = new Cadence("0 30 2 * * *", BERLIN);
        Instant firstPass = Instant.parse("2026-10-25T00:30:00Z");
        Instant beforeSecondPass = Instant.parse("2026-10-25T01:10:00Z");

        assertThat(cadence.next(beforeSecondPass, firstPass)).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(cadence.next(beforeSecondPass, null)).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void a_clock_that_went_back_does_not_bring_a_local_time_again() {
        Cadence cadence = new Cadence("0 0 2 * * *", BERLIN);
        Instant due = Instant.parse("2026-11-23T01:00:00Z");

        assertThat(cadence.next(due.minus(Duration.ofMinutes(10)), due)).isEqualTo("2026-11-24T01:00:00Z");
    }

    @Test
    void an_expression_that_never_comes_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence("0 0 2 30 2 *", BERLIN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cadence("at two", BERLIN));
    }
}
