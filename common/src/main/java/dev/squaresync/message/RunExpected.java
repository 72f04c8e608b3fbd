package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a data type's next scheduled run is to start. Said whenever that changes, so the next one also says that the one before
 * has been dealt with: it was started, skipped, moved or paused. Of two, the one with the later {@code at} counts.
 *
 * @param expectedAt null: none is, the schedule is paused
 * @param timeZone IANA name of the zone in which the schedule's times are meant
 * @param lastStarted the schedule's latest run; null: there was none yet
 * @param lastStartedAt when that was started; null: there was none yet
 * @param waitsFor a sentence: why it may start later than the schedule says; null: it does not wait
 */
public record RunExpected(
        DataType dataType,
        @Nullable Instant expectedAt,
        String timeZone,
        @Nullable UUID lastStarted,
        @Nullable Instant lastStartedAt,
        @Nullable String waitsFor,
        Instant at) {}
