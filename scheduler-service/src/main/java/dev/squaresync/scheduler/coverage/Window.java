package dev.squaresync.scheduler.coverage;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stream reads: all that changed in an interval.
 *
 * @param from inclusive; null: from the beginning of the shop's history
 * @param to inclusive; the time of the request
 */
public record Window(@Nullable Instant from, Instant to) {

    /**
     * The window of one stream. An incremental stream starts no later than the watermark, so that an outage of any length heals
     * by itself, and no later than the first gap, so that what was rolled back comes again.
     *
     * @param watermark null: nothing is proven yet
     */
    static Window of(StreamPolicy policy, Reach reach, @Nullable Watermark watermark, Instant now) {
        Duration lookback = policy.lookback();
        if (reach.full() || policy.mode() == Mode.FULL || lookback == null) {
            return new Window(null, now);
        }
        Instant since = reach.since();
        if (since != null) {
            return new Window(since, now);
        }
        Instant floor = now.minus(lookback);
        if (watermark == null) {
            return new Window(floor, now);
        }
        Instant start = earlier(floor, watermark.completeUpTo());
        return new Window(watermark.gap() == null ? start : earlier(start, watermark.gap()), now);
    }

    private static @Nullable Instant earlier(Instant start, Gap gap) {
        return gap.from() == null ? null : earlier(start, gap.from());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
