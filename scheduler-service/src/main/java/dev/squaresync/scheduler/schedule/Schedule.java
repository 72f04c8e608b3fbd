package dev.squaresync.scheduler.schedule;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Mode;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When and how a data type is synced.
 *
 * @param lookback the least that an incremental sync goes back; null only if the mode is FULL
 * @param nextDueAt in the past: it was missed and is made up for once
 */
public record Schedule(
        DataType dataType,
        Cadence cadence,
        Mode mode,
        @Nullable Duration lookback,
        Priority priority,
        boolean paused,
        Instant nextDueAt) {

    private static final Duration COMING_WEEK = Duration.ofDays(7);

    /** Every five minutes for a week; what is due more often than that is not looked at so far ahead. */
    private static final int MOST_DUE_TIMES = 2016;

    public StreamPolicy policy() {
        return new StreamPolicy(dataType, mode, lookback);
    }

    /** The next due times, pause or no pause; the first is the stored one. */
    public List<Instant> nextDueTimes(int count) {
        List<Instant> times = new ArrayList<>(count);
        Instant due = nextDueAt;
        for (int i = 0; i < count; i++) {
            times.add(due);
            due = cadence.next(due, due);
        }
        return times;
    }

    /**
     * The longest that it takes in the coming week for two runs to become due one after the other: a schedule that rests at
     * weekends is not late on a Monday.
     */
    public Duration longestWaitForTwo() {
        Duration longest = Duration.ZERO;
        Instant beforeLast = nextDueAt;
        Instant last = cadence.next(nextDueAt, nextDueAt);
        Instant end = nextDueAt.plus(COMING_WEEK);
        for (int i = 0; i < MOST_DUE_TIMES && (i == 0 || last.isBefore(end)); i++) {
            Instant due = cadence.next(last, last);
            Duration wait = Duration.between(beforeLast, due);
            longest = wait.compareTo(longest) > 0 ? wait : longest;
            beforeLast = last;
            last = due;
        }
        return longest;
    }

    /** Its times as a person would say them. */
    public String words() {
        return CronWords.of(cadence.cron());
    }

    /** Whether it became due then or later. */
    boolean isDueSince(Instant then) {
        return !nextDueAt.isBefore(then);
    }

    /** As it is after it was due: a missed time is made up for once, however many times were missed. */
    Schedule fired(Instant now) {
        return withNextDueAt(cadence.next(now, nextDueAt));
    }

    Schedule with(ScheduleChange change, Instant now) {
        Cadence newCadence = new Cadence(
                change.cron() == null ? cadence.cron() : change.cron(),
                change.timeZone() == null ? cadence.zone() : change.timeZone());
        boolean newPaused = change.paused() == null ? paused : change.paused();
        Schedule changed = new Schedule(
                dataType,
                newCadence,
                change.mode() == null ? mode : change.mode(),
                change.lookback() == null ? lookback : change.lookback(),
                priority,
                newPaused,
                nextDueAt);
        // What was missed during a pause was meant to be missed.
        boolean resumed = paused && !newPaused;
        boolean startsAfresh = resumed || !newCadence.equals(cadence);
        return startsAfresh ? changed.withNextDueAt(newCadence.next(now, null)) : changed;
    }

    private Schedule withNextDueAt(Instant due) {
        return new Schedule(dataType, cadence, mode, lookback, priority, paused, due);
    }
}
