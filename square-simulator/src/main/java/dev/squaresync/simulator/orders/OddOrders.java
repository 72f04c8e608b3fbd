package dev.squaresync.simulator.orders;

/** The two orders with an explicit null where clients count on a value. */
final class OddOrders {
    private static final long NULL_QUANTITY = 2_001;
    private static final long NULL_LOCATION = 4_001;

    private OddOrders() {}

    /** Whether the quantity of its first line is null. */
    static boolean hasNullQuantity(long order) {
        return order == NULL_QUANTITY;
    }

    /** Whether its location is null, although it is found by its location. */
    static boolean hasNullLocation(long order) {
        return order == NULL_LOCATION;
    }
}
