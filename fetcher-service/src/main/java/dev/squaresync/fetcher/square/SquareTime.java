package dev.squaresync.fetcher.square;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as Square takes them: RFC 3339 with milliseconds. Rounded outwards, so that a window never shrinks. */
public final class SquareTime {

    private SquareTime() {}

    /** The start of a window that includes its ends. */
    public static String from(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The end of a window that includes its ends. */
    public static String to(Instant instant) {
        Instant millis = instant.truncatedTo(ChronoUnit.MILLIS);
        return (millis.equals(instant) ? millis : millis.plusMillis(1)).toString();
    }

    /** The start of a window where Square leaves out what happened at that very time. */
    public static String after(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).minusMillis(1).toString();
    }
}
