package dev.squaresync.scheduler.desk.runs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Estimates how long a stream will still take. Where nothing speaks for an estimate there is none. */
final class TimeLeft {

    /** So much of its partitions must be done before they say something about the rest. */
    private static final double SPEAKING_SHARE = 0.2;

    private TimeLeft() {}

    /**
     * From the partitions that are done, or while these are few, from how long the last completed stream of the same kind took.
     *
     * @param underWay since it was planned
     * @return null: unknown
     */
    static @Nullable Duration of(
            int partitions, int done, Duration underWay, @Nullable Duration tookBefore, Duration sinceRequest) {
        if (partitions > 0 && done >= partitions * SPEAKING_SHARE && done > 0) {
            return underWay.multipliedBy(partitions - done).dividedBy(done);
        }
        if (tookBefore == null || sinceRequest.compareTo(tookBefore) >= 0) {
            return null;
        }
        return tookBefore.minus(sinceRequest);
    }

    /** Such as {@code about 2 minutes left}. */
    static String inWords(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 15) {
            return "a few seconds left";
        }
        if (seconds < 50) {
            return "less than a minute left";
        }
        long minutes = Math.max(1, Math.round(seconds / 60.0));
        if (minutes < 90) {
            return "about " + minutes + (minutes == 1 ? " minute left" : " minutes left");
        }
        return "about " + Math.round(minutes / 60.0) + " hours left";
    }
}
