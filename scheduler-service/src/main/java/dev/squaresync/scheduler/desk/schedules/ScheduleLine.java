package dev.squaresync.scheduler.desk.schedules;

import dev.squaresync.scheduler.coverage.Mode;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as people read it.
 *
 * @param words when it is due, such as {@code every day at 02:00}
 * @param reads how much is read
 * @param times the next three due times; while paused, what they would be
 * @param skipped the latest due time at which no run was started; null: none is known
 */
public record ScheduleLine(
        Schedule schedule,
        String words,
        String reads,
        List<Instant> times,
        @Nullable SkippedFiring skipped) {

    private static final int TIMES = 3;

    static ScheduleLine of(Schedule schedule, @Nullable SkippedFiring skipped, ShopWords shop) {
        return new ScheduleLine(
                schedule, schedule.words(), reads(schedule, shop), schedule.nextDueTimes(TIMES), skipped);
    }

    private static String reads(Schedule schedule, ShopWords shop) {
        Duration lookback = schedule.lookback();
        return schedule.mode() == Mode.FULL || lookback == null
                ? "everything"
                : "what has changed, at least of the last " + length(lookback, shop);
    }

    private static String length(Duration lookback, ShopWords shop) {
        return lookback.equals(Duration.ofDays(lookback.toDays()))
                ? shop.count(lookback.toDays(), "day", "days")
                : shop.duration(lookback);
    }

    public String name() {
        return schedule.dataType().name();
    }

    public String state() {
        return schedule.paused() ? "Paused" : "On";
    }

    /** Whether the words say more than the expression. */
    public boolean isSaid() {
        return !words.equals(schedule.cadence().cron());
    }
}
