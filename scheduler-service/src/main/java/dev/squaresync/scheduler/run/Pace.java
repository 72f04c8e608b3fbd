package dev.squaresync.scheduler.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast a stream goes.
 *
 * @param firstPageAt null: no page has come
 * @param lastPageAt null: no page has come
 * @param pages how many came in the last minute
 * @param objects Square's objects in these
 * @param tookBefore how long the last completed stream of the same kind took; null: there was none
 */
public record Pace(
        @Nullable Instant firstPageAt,
        @Nullable Instant lastPageAt,
        long pages,
        long objects,
        @Nullable Duration tookBefore) {

    /** Of a stream that nothing is known of. */
    public static final Pace UNKNOWN = new Pace(null, null, 0, 0, null);
}
