package dev.squaresync.simulator.seed;

/** How much the shop has at the start. Counts of objects; at least one item and one location, no order is allowed. */
public record ShopSize(long orders, int items, int locations) {
    public ShopSize {
        requireAtLeast(0, orders, "orders");
        requireAtLeast(1, items, "items");
        requireAtLeast(1, locations, "locations");
    }

    private static void requireAtLeast(int least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The number of %s must be %d or more, but is %d.".formatted(name, least, value));
        }
    }
}
