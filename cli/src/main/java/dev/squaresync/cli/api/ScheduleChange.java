package dev.squaresync.cli.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What to change in a schedule; null: stays as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScheduleChange(
        @Nullable String cron,
        @Nullable String timeZone,
        @Nullable String lookback,
        @Nullable String mode,
        @Nullable Boolean paused) {

    public static ScheduleChange paused(boolean paused) {
        return new ScheduleChange(null, null, null, null, paused);
    }
}
