package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule in the API.
 *
 * @param words the cron expression as a person would say it
 * @param lookback ISO 8601; null if the mode is full
 * @param nextDueTimes the next three; while paused, what they would be
 */
record ScheduleBody(
        DataType dataType,
        String cron,
        String words,
        String timeZone,
        String mode,
        @Nullable Duration lookback,
        String priority,
        boolean paused,
        List<Instant> nextDueTimes) {

    private static final int SHOWN_TIMES = 3;

    static ScheduleBody of(Schedule schedule) {
        return new ScheduleBody(
                schedule.dataType(),
                schedule.cadence().cron(),
                schedule.words(),
                schedule.cadence().zone().getId(),
                schedule.mode().word(),
                schedule.lookback(),
                schedule.priority().word(),
                schedule.paused(),
                schedule.nextDueTimes(SHOWN_TIMES));
    }
}
