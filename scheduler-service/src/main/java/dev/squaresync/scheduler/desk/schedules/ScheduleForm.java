package dev.squaresync.scheduler.desk.schedules;

import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.TypedChange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the form of a schedule has in its fields. */
public record ScheduleForm(String cron, String timeZone, String mode, String lookback) {

    static ScheduleForm of(Schedule schedule) {
        return new ScheduleForm(
                schedule.cadence().cron(),
                schedule.cadence().zone().getId(),
                schedule.mode().word(),
                shortly(schedule.lookback()));
    }

    /** A field that is null is one that was not sent. */
    static ScheduleForm typed(
            Schedule schedule,
            @Nullable String cron,
            @Nullable String timeZone,
            @Nullable String mode,
            @Nullable String lookback) {
        ScheduleForm stored = of(schedule);
        return new ScheduleForm(
                typed(cron, stored.cron),
                typed(timeZone, stored.timeZone),
                typed(mode, stored.mode),
                typed(lookback, stored.lookback));
    }

    private static String typed(@Nullable String typed, String stored) {
        return typed == null ? stored : typed.strip().replace("\0", "");
    }

    /** What differs from the schedule. */
    TypedChange change(Schedule schedule) {
        ScheduleForm stored = of(schedule);
        return new TypedChange(
                changed(cron, stored.cron),
                changed(timeZone, stored.timeZone),
                null,
                changed(lookback, stored.lookback),
                changed(mode, stored.mode));
    }

    boolean changesNothing(Schedule schedule) {
        return equals(of(schedule));
    }

    private static @Nullable String changed(String typed, String stored) {
        return typed.equals(stored) ? null : typed;
    }

    private static String shortly(@Nullable Duration lookback) {
        if (lookback == null) {
            return "";
        }
        if (lookback.equals(Duration.ofDays(lookback.toDays()))) {
            return lookback.toDays() + "d";
        }
        return lookback.equals(Duration.ofHours(lookback.toHours())) ? lookback.toHours() + "h" : lookback.toString();
    }
}
