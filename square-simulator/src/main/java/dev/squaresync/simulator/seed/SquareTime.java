package dev.squaresync.simulator.seed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as Square writes them: RFC 3339 with milliseconds whose trailing zeros are cut ({@code 44.14Z}, {@code 44Z}). */
public final class SquareTime {
    private static final long MILLIS = 1000;

    private SquareTime() {}

    /** @param epochMillis of the years 0 to 9999 */
    public static String text(long epochMillis) {
        return text(epochMillis, "Z");
    }

    /** The same instant, written with an offset of so many hours ({@code +02:00}). */
    public static String textWithOffset(long epochMillis, int hours) {
        String offset = "%s%02d:00".formatted(hours < 0 ? "-" : "+", Math.abs(hours));
        return text(epochMillis + hours * 3_600_000L, offset);
    }

    /**
     * The first millisecond at or after the time that the text tells.
     *
     * @throws DateTimeException if it is not an RFC 3339 time
     */
    public static long parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        boolean between = instant.getNano() % 1_000_000 != 0;
        return instant.toEpochMilli() + (between ? 1 : 0);
    }

    /** The last millisecond at or before the time that the text tells. */
    public static long parseFloor(String text) {
        return OffsetDateTime.parse(text).toInstant().toEpochMilli();
    }

    private static String text(long millis, String zone) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(millis, MILLIS), 0, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(30);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2);
        fraction(text, (int) Math.floorMod(millis, MILLIS));
        return text.append(zone).toString();
    }

    private static void fraction(StringBuilder text, int millis) {
        if (millis == 0) {
            return;
        }
        text.append('.');
        int rest = millis;
        int digits = 3;
        while (rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        digits(text, rest, digits);
    }

    private static StringBuilder digits(StringBuilder text, int value, int width) {
        int power = 1;
        for (int at = 1; at < width; at++) {
            power *= 10;
        }
        for (; power > 0; power /= 10) {
            text.append((char) ('0' + value / power % 10));
        }
        return text;
    }
}
