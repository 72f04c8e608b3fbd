package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.schedule.InvalidSchedule;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.ScheduleChange;
import dev.squaresync.scheduler.schedule.TypedChange;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a schedule; a field that is left out stays as it is.
 *
 * @param cron six fields: second, minute, hour, day of month, month, day of week
 * @param timeZone IANA name
 * @param lookback ISO 8601 as in {@code P7D}, or short as in {@code 7d}
 * @param mode incremental or full
 */
record SchedulePatch(
        @Nullable String cron,
        @Nullable String timeZone,
        @Nullable Boolean paused,
        @Nullable String lookback,
        @Nullable String mode) {

    /** Throws {@link InvalidField}. */
    ScheduleChange change(Schedule schedule) {
        try {
            return new TypedChange(cron, timeZone, paused, lookback, mode).of(schedule);
        } catch (InvalidSchedule e) {
            throw new InvalidField(e.field(), String.valueOf(e.getMessage()));
        }
    }
}
