package dev.squaresync.simulator.seed;

import java.util.List;

/**
 * A small generator of repeatable choices (SplitMix64): the same seed, topic and index give the same choices in the same
 * order, so that an object needs no memory, only its number. Not for secrets, and not for several threads at once.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** @param topic keeps the choices about one thing apart from those about another of the same index */
    public static Dice of(long seed, long topic, long index) {
        return new Dice(mix(mix(seed + topic * GOLDEN_GAMMA) + index * GOLDEN_GAMMA));
    }

    /** Any long, each as likely as the others. */
    public long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** 0 to bound - 1. */
    public int below(int bound) {
        return (int) below((long) bound);
    }

    /** 0 to bound - 1. */
    public long below(long bound) {
        return (next() >>> 1) % bound;
    }

    /** True once in so many times. */
    public boolean oneIn(int times) {
        return below(times) == 0;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
