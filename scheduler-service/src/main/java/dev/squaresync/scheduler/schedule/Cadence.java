package dev.squaresync.scheduler.schedule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * The times at which a schedule is due: a cron expression in local time. A local time that a clock change leaves out is taken as
 * much later as the clock jumped; one that comes twice is taken the first time only.
 */
public record Cadence(String cron, ZoneId zone) {

    /** Throws {@link IllegalArgumentException} if the expression cannot be read or is never due. */
    public Cadence {
        if (CronExpression.parse(cron).next(LocalDateTime.of(2026, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException("'" + cron + "' never comes.");
        }
    }

    /**
     * The first due time after now.
     *
     * @param previous the due time before, whose local time must not come again; null: there was none
     * @throws IllegalArgumentException if there is none
     */
    Instant next(Instant now, @Nullable Instant previous) {
        CronExpression expression = CronExpression.parse(cron);
        LocalDateTime local = laterLocal(now, previous);
        while (true) {
            local = expression.next(local);
            if (local == null) {
                throw new IllegalArgumentException("'" + cron + "' never comes again.");
            }
            // Resolves a gap to the time after it, and an overlap to its first pass (java.time.ZonedDateTime.ofLocal).
            Instant due = local.atZone(zone).toInstant();
            if (due.isAfter(now)) {
                return due;
            }
        }
    }

    private LocalDateTime laterLocal(Instant now, @Nullable Instant previous) {
        LocalDateTime localNow = LocalDateTime.ofInstant(now, zone);
        if (previous == null) {
            return localNow;
        }
        LocalDateTime localPrevious = LocalDateTime.ofInstant(previous, zone);
        return localPrevious.isAfter(localNow) ? localPrevious : localNow;
    }
}
