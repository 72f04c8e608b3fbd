package dev.squaresync.scheduler.schedule;

import dev.squaresync.scheduler.coverage.Mode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * A change of a schedule as it was typed; a field that is null stays as it is.
 *
 * @param cron six fields: second, minute, hour, day of month, month, day of week
 * @param timeZone IANA name
 * @param lookback ISO 8601 as in {@code P7D}, or short as in {@code 7d}
 * @param mode incremental or full
 */
public record TypedChange(
        @Nullable String cron,
        @Nullable String timeZone,
        @Nullable Boolean paused,
        @Nullable String lookback,
        @Nullable String mode) {

    private static final Duration SHORTEST_LOOKBACK = Duration.ofHours(1);
    private static final Duration LONGEST_LOOKBACK = Duration.ofDays(3660);

    /** Throws {@link InvalidSchedule} if it makes no sense. */
    public ScheduleChange of(Schedule schedule) {
        Mode newMode = parsedMode();
        Duration newLookback = parsedLookback();
        if (newMode == Mode.INCREMENTAL && newLookback == null && schedule.lookback() == null) {
            throw new InvalidSchedule("lookback", "An incremental schedule needs a lookback, such as P7D.");
        }
        return new ScheduleChange(parsedCron(), parsedZone(), paused, newLookback, newMode);
    }

    private @Nullable String parsedCron() {
        if (cron == null) {
            return null;
        }
        try {
            return new Cadence(cron, ZoneOffset.UTC).cron();
        } catch (IllegalArgumentException e) {
            throw new InvalidSchedule(
                    "cron",
                    "'" + cron + "' is no cron expression of six fields (second, minute, hour, day, month, weekday),"
                            + " such as '0 0 2 * * *' for 02:00 every day.");
        }
    }

    private @Nullable ZoneId parsedZone() {
        if (timeZone == null) {
            return null;
        }
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new InvalidSchedule("timeZone", "'" + timeZone + "' is no IANA time zone, such as Europe/Berlin.");
        }
    }

    private @Nullable Duration parsedLookback() {
        if (lookback == null) {
            return null;
        }
        Duration parsed = duration(lookback);
        if (parsed.compareTo(SHORTEST_LOOKBACK) < 0 || parsed.compareTo(LONGEST_LOOKBACK) > 0) {
            throw new InvalidSchedule("lookback", "'" + lookback + "' is not between 1 hour and 3660 days.");
        }
        return parsed;
    }

    private static Duration duration(String text) {
        try {
            return DurationStyle.detectAndParse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidSchedule("lookback", "'" + text + "' is no duration, such as P7D, PT24H or 7d.");
        }
    }

    private @Nullable Mode parsedMode() {
        if (mode == null) {
            return null;
        }
        return Arrays.stream(Mode.values())
                .filter(known -> known.word().equals(mode))
                .findFirst()
                .orElseThrow(() -> new InvalidSchedule("mode", "'" + mode + "' is neither incremental nor full."));
    }
}
