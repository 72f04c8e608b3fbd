package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a data type is synced, as the scheduler shows it.
 *
 * @param lookback ISO 8601; null if the mode is full
 * @param nextDueTimes while paused, what they would be
 */
public record Schedule(
        String dataType,
        String cron,
        String timeZone,
        String mode,
        @Nullable String lookback,
        String priority,
        boolean paused,
        List<Instant> nextDueTimes) {}
