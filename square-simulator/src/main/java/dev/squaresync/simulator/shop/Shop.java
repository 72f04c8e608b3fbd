package dev.squaresync.simulator.shop;

import dev.squaresync.simulator.catalog.Catalog;
import dev.squaresync.simulator.catalog.CatalogChanges;
import dev.squaresync.simulator.inventory.Inventory;
import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.orders.OrderBook;
import dev.squaresync.simulator.seed.ShopSettings;
import java.time.Clock;
import java.util.List;

/** A chain of shops with all that Square knows of it. */
public final class Shop {
    private final Clock clock;
    private final ShopLocations locations;
    private final Catalog catalog;
    private final OrderBook orders;
    private final Inventory inventory;

    /** @param clock tells when changes happen */
    public Shop(ShopSettings settings, Clock clock) {
        this.clock = clock;
        this.locations = new ShopLocations(settings);
        this.catalog = new Catalog(settings, locations);
        this.orders = new OrderBook(settings, locations, catalog);
        this.inventory = new Inventory(settings, locations, catalog);
    }

    public ShopLocations locations() {
        return locations;
    }

    public Catalog catalog() {
        return catalog;
    }

    public OrderBook orders() {
        return orders;
    }

    public Inventory inventory() {
        return inventory;
    }

    /** Applies the changes now, whatever {@link ShopChanges#afterRequests} says. */
    public void apply(ShopChanges changes) {
        long now = clock.millis();
        long seed = changes.seed();
        locations.change(changes.count(Change.LOCATIONS), seed);
        CatalogChanges catalogChanges = new CatalogChanges(
                changes.count(Change.ITEMS),
                changes.count(Change.NEW_ITEMS),
                changes.count(Change.DELETE_ITEMS),
                changes.count(Change.CATEGORIES),
                changes.count(Change.NEW_CATEGORIES),
                changes.count(Change.DELETE_CATEGORIES));
        List<String> newVariations = catalog.change(catalogChanges, seed, now);
        orders.change(changes.count(Change.ORDERS), changes.count(Change.NEW_ORDERS), seed, now);
        inventory.change(changes.count(Change.INVENTORY), newVariations, seed, now);
    }
}
