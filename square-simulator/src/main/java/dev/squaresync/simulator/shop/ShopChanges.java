package dev.squaresync.simulator.shop;

import java.util.EnumMap;
import java.util.Map;

/**
 * What happens to the shop at once.
 *
 * @param counts how many objects each change touches; absent means none
 * @param seed chooses which objects; the same seed on the same shop chooses the same
 * @param afterRequests waits until so many more API requests have come; 0 is at once
 */
public record ShopChanges(Map<Change, Integer> counts, long seed, long afterRequests) {
    public ShopChanges {
        counts = Map.copyOf(counts);
    }

    /** So many objects are touched by one kind of change. */
    public static ShopChanges of(Change change, int count) {
        return new ShopChanges(Map.of(change, count), 1, 0);
    }

    public ShopChanges and(Change change, int count) {
        Map<Change, Integer> more = new EnumMap<>(Change.class);
        more.putAll(counts);
        more.put(change, count);
        return new ShopChanges(more, seed, afterRequests);
    }

    public ShopChanges withSeed(long newSeed) {
        return new ShopChanges(counts, newSeed, afterRequests);
    }

    public ShopChanges afterRequests(long requests) {
        return new ShopChanges(counts, seed, requests);
    }

    int count(Change change) {
        return counts.getOrDefault(change, 0);
    }
}
