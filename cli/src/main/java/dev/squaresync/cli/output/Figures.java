package dev.squaresync.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Numbers and durations as people read them. */
final class Figures {

    private Figures() {}

    /** Such as {@code 30,391}. */
    static String number(long value) {
        return String.format(Locale.ENGLISH, "%,d", value);
    }

    /** Such as {@code 1 page} or {@code 61 pages}. */
    static String counted(long count, String singular) {
        return number(count) + " " + singular + (count == 1 ? "" : "s");
    }

    /** Such as {@code 512 bytes}, {@code 12 kB} or {@code 3.4 GB}. */
    static String bytes(long bytes) {
        if (bytes < 1_000) {
            return counted(bytes, "byte");
        }
        if (bytes < 1_000_000) {
            return bytes / 1_000 + " kB";
        }
        return bytes < 1_000_000_000
                ? bytes / 1_000_000 + " MB"
                : String.format(Locale.ENGLISH, "%,.1f GB", bytes / 1e9);
    }

    /** The two largest units, such as {@code 1 min 12 s}. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return number(seconds / 3600) + " h " + seconds % 3600 / 60 + " min";
    }

    /** Rows in a second; 0 when no time has passed. */
    static String rate(long rows, Duration duration) {
        long millis = duration.toMillis();
        return number(millis <= 0 ? 0 : Math.round(rows * 1000.0 / millis)) + "/s";
    }
}
