package dev.squaresync.scheduler.run;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What the schedule's runs of one of the shop's days have done.
 *
 * @param objects Square's objects in their pages
 * @param took how long they were under way, summed up
 */
public record Night(LocalDate date, long objects, long pages, Duration took, End end) {

    /** How they ended: all completed, some failed, or something between. */
    public enum End {
        COMPLETED,
        PARTIAL,
        FAILED
    }

    /** Square's objects in a second. */
    public long objectsPerSecond() {
        return took.isZero() ? 0 : Math.round(objects * 1000.0 / took.toMillis());
    }
}
