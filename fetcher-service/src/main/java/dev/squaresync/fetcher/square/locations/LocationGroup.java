package dev.squaresync.fetcher.square.locations;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbours in the list of all locations.
 *
 * @param first place of the first one in that list, from 1
 * @param total how many that list has
 */
public record LocationGroup(List<String> ids, int first, int total) {

    /** Cuts the list into as few groups as possible, of about the same size. */
    public static List<LocationGroup> of(List<ShopLocation> locations, int largest) {
        int total = locations.size();
        int groups = ceiling(total, largest);
        int size = ceiling(total, Math.max(1, groups));
        List<LocationGroup> result = new ArrayList<>(groups);
        for (int start = 0; start < total; start += size) {
            List<String> ids = locations.subList(start, Math.min(start + size, total)).stream()
                    .map(ShopLocation::id)
                    .toList();
            result.add(new LocationGroup(ids, start + 1, total));
        }
        return result;
    }

    /** For people, such as {@code locations 1 to 6 of 12}. */
    public String label() {
        return "locations " + first + " to " + (first + ids.size() - 1) + " of " + total;
    }

    private static int ceiling(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
