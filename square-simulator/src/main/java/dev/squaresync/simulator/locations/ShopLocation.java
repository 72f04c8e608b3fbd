package dev.squaresync.simulator.locations;

/**
 * A place where the shop sells.
 *
 * @param number from 0, the place in the list of the shop
 * @param currency ISO 4217; every amount of the location's orders is in it
 * @param revision how often it was changed
 */
public record ShopLocation(int number, String id, String name, String currency, boolean active, int revision) {
    ShopLocation changed() {
        String base = revision == 0 ? name : name.substring(0, name.lastIndexOf(" ("));
        return new ShopLocation(number, id, base + " (sign " + (revision + 2) + ")", currency, active, revision + 1);
    }
}
