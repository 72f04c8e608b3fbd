package dev.squaresync.systemtests.histories;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of a history; the same seed falls the same. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        // Neighbouring seeds would begin alike.
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** @return at least {@code least}, at most {@code most} */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
