package dev.squaresync.simulator.inventory;

import dev.squaresync.simulator.catalog.Catalog;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.timeline.Timeline;
import java.util.List;

/**
 * Tells any first count from its number: IN_STOCK for every variation in every location, and another state for every
 * seventeenth of these pairs.
 */
final class CountOrigin {
    private static final long STATE = 72;
    /** A prime greater than any shop's count of counts, so that multiples of it meet every slot once. */
    private static final long STRIDE = 2_147_483_647;

    private static final int PAIRS_AN_OTHER_STATE = 17;
    private static final List<String> OTHER_STATES =
            List.of("WASTE", "RESERVED_FOR_SALE", "WASTE", "RESERVED_FOR_SALE", "ORBITING");

    private final long seed;
    private final Catalog catalog;
    private final int locations;
    private final Timeline timeline;
    private final long pairs;

    CountOrigin(long seed, Catalog catalog, int locations, Timeline timeline) {
        this.seed = seed;
        this.catalog = catalog;
        this.locations = locations;
        this.timeline = timeline;
        this.pairs = pairs(catalog.firstVariations(), locations);
    }

    static long count(int variations, int locations) {
        long pairs = pairs(variations, locations);
        return pairs + (pairs + PAIRS_AN_OTHER_STATE - 1) / PAIRS_AN_OTHER_STATE;
    }

    Timeline timeline() {
        return timeline;
    }

    /** @param number the place on the timeline; neighbours there are far apart in the catalog */
    CountFacts first(long number) {
        long slot = number * STRIDE % count(catalog.firstVariations(), locations);
        boolean inStock = slot < pairs;
        long pair = inStock ? slot : (slot - pairs) * PAIRS_AN_OTHER_STATE;
        String state = inStock ? "IN_STOCK" : Dice.of(seed, STATE, slot).pick(OTHER_STATES);
        String variation = catalog.variationId((int) (pair / locations));
        return new CountFacts(number, variation, (int) (pair % locations), state, timeline.timeOf(number), 0);
    }

    private static long pairs(int variations, int locations) {
        return (long) variations * locations;
    }
}
