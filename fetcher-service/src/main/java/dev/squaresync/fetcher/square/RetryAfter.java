package dev.squaresync.fetcher.square;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Clock clock;

    RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** Null if there is no header or it makes no sense; never negative. */
    @Nullable
    Duration read(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String value = header.strip();
        return value.matches("\\d{1,9}") ? within(Duration.ofSeconds(Long.parseLong(value))) : untilDate(value);
    }

    private @Nullable Duration untilDate(String value) {
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return within(Duration.between(clock.instant(), date));
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
