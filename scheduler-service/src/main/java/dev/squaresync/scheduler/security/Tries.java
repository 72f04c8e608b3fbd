package dev.squaresync.scheduler.security;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often signing in has failed of late, for one name or from one address.
 *
 * @param since when the first of the failures was
 * @param refusedUntil null: not refused
 */
record Tries(
        int failures,
        Instant since,
        Instant lastAt,
        @Nullable Instant refusedUntil) {

    static final int FREE = 10;
    static final Duration WITHIN = Duration.ofMinutes(15);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);

    static Tries none(Instant now) {
        return new Tries(0, now, now, null);
    }

    /** How long a try is still refused; zero: it is looked at. */
    Duration refusedFor(Instant now) {
        return refusedUntil == null || !refusedUntil.isAfter(now) ? Duration.ZERO : Duration.between(now, refusedUntil);
    }

    /** After one more failure. From the tenth within 15 minutes on there is a wait, twice as long after each more. */
    Tries andOneMore(Instant now, Duration longestWait) {
        Tries counted = isOver(now) ? none(now) : this;
        int more = counted.failures + 1;
        return new Tries(more, counted.since, now, more < FREE ? null : now.plus(waitAfter(more, longestWait)));
    }

    /** After the last one turned out to be no failure. */
    Tries andOneLess() {
        return new Tries(Math.max(0, failures - 1), since, lastAt, null);
    }

    private boolean isOver(Instant now) {
        return failures < FREE
                ? since.plus(WITHIN).isBefore(now)
                : lastAt.plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private static Duration waitAfter(int failures, Duration longest) {
        int doublings = Math.min(failures - FREE, 20);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
