package dev.squaresync.scheduler.schedule;

import dev.squaresync.scheduler.coverage.Mode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to change in a schedule; null: leave it as it is. */
public record ScheduleChange(
        @Nullable String cron,
        @Nullable ZoneId timeZone,
        @Nullable Boolean paused,
        @Nullable Duration lookback,
        @Nullable Mode mode) {

    /** A sentence for people. */
    String inWords() {
        List<String> words = new ArrayList<>();
        if (cron != null) {
            words.add("cron " + cron);
        }
        if (timeZone != null) {
            words.add("time zone " + timeZone);
        }
        if (paused != null) {
            words.add(paused ? "paused" : "not paused");
        }
        if (lookback != null) {
            words.add("lookback " + lookback);
        }
        if (mode != null) {
            words.add("mode " + mode.word());
        }
        return words.isEmpty() ? "Nothing." : "Now " + String.join(", ", words) + ".";
    }
}
