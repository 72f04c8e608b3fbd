package dev.squaresync.notifier.report;

import java.time.Duration;
import java.util.Locale;

/** Numbers and durations as people read them. */
public final class Figures {

    private Figures() {}

    /** Such as {@code 30,391}. */
    public static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** Such as {@code 5 data types} or {@code 1 data type}. */
    public static String counted(long count, String singular, String plural) {
        return number(count) + " " + (count == 1 ? singular : plural);
    }

    /** The two largest units that are not zero, such as {@code 1 min 12 s}; {@code under 1 s} below a second. */
    public static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return "under 1 s";
        }
        if (duration.toHours() > 0) {
            return joined(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }
        if (duration.toMinutes() > 0) {
            return joined(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toSeconds() + " s";
    }

    /** Rows in a second, with one decimal below 10. */
    static String rate(long rows, Duration duration) {
        double rate = rows / Math.max(0.001, duration.toMillis() / 1000.0);
        return rate > 0 && rate < 10 ? String.format(Locale.ENGLISH, "%.1f", rate) : number(Math.round(rate));
    }

    private static String joined(long large, String largeUnit, int small, String smallUnit) {
        String first = number(large) + " " + largeUnit;
        return small == 0 ? first : first + " " + small + " " + smallUnit;
    }
}
