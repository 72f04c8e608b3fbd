package dev.squaresync.scheduler.schedule;

import dev.squaresync.scheduler.coverage.Mode;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What to change in a schedule; null: leave it as it is. */
public record ScheduleChange(
        @Nullable String cron,
        @Nullable ZoneId timeZone,
        @Nullable Boolean paused,
        @Nullable Duration lookback,
        @Nullable Mode mode) {}
