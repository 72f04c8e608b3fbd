package dev.squaresync.simulator.timeline;

import dev.squaresync.simulator.seed.Dice;
import java.time.Duration;
import java.time.Instant;

/**
 * The instants of objects 0 to count - 1: each is a function of its number and later than the one before, so that the
 * objects of a range of time are a range of numbers.
 */
public final class Timeline {
    private static final long JITTER = 71;

    private final long seed;
    private final long start;
    private final long step;
    private final long count;

    public Timeline(long seed, Instant end, Duration length, long count) {
        this.seed = seed;
        this.start = end.minus(length).toEpochMilli();
        this.step = Math.max(1, length.toMillis() / Math.max(1, count));
        this.count = count;
    }

    public long count() {
        return count;
    }

    /** The instant before which nothing is, in epoch milliseconds. */
    public long start() {
        return start;
    }

    /** The instant at or after which nothing is, in epoch milliseconds. */
    public long end() {
        return start + step * count;
    }

    /** About how long it takes for so many objects, in milliseconds. */
    public long durationOf(long objects) {
        return step * objects;
    }

    /** In epoch milliseconds. */
    public long timeOf(long number) {
        return start + number * step + Dice.of(seed, JITTER, number).below(step);
    }

    /** The first number whose instant is at or after the given one; {@code count()} if there is none. */
    public long firstFrom(long time) {
        if (time <= start) {
            return 0;
        }
        long number = (time - start) / step;
        if (number >= count) {
            return count;
        }
        return timeOf(number) >= time ? number : number + 1;
    }
}
