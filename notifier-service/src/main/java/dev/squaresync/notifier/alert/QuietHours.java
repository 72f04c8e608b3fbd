package dev.squaresync.notifier.alert;

import dev.squaresync.settings.InvalidSetting;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** The hours in which what can wait does wait; they may go over midnight. */
public final class QuietHours {

    private final @Nullable LocalTime from;
    private final @Nullable LocalTime to;

    /** @param text such as {@code 22:00-06:30}; empty: there are none */
    public QuietHours(String text) {
        if (text.isBlank()) {
            from = null;
            to = null;
            return;
        }
        try {
            String[] ends = text.strip().split("-", -1);
            from = LocalTime.parse(ends[0].strip());
            to = LocalTime.parse(ends[1].strip());
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidSetting("NOTIFIER_ALERTS_QUIET_HOURS is \"" + text
                    + "\": set it to two times of day, such as 22:00-06:30.");
        }
    }

    /** When what comes up now may be told: now, or when the quiet hours are over. */
    Instant endAfter(Instant now, ZoneId zone) {
        if (from == null || to == null) {
            return now;
        }
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = to.isBefore(from);
        boolean quiet =
                overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
        if (!quiet) {
            return now;
        }
        ZonedDateTime end = local.with(to);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }
}
