package dev.squaresync.simulator.control;

import dev.squaresync.simulator.catalog.CatalogType;
import dev.squaresync.simulator.catalog.CatalogView;
import dev.squaresync.simulator.inventory.CountsView;
import dev.squaresync.simulator.orders.OrdersView;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.shop.Shop;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * What a complete mirror of the shop must hold now: one line of JSON for each object, byte for byte as the API answers.
 */
public final class Truth {
    private static final Set<CatalogType> CATALOG =
            Set.of(CatalogType.ITEM, CatalogType.ITEM_VARIATION, CatalogType.HOLOGRAM);
    private static final Set<CatalogType> CATEGORIES = Set.of(CatalogType.CATEGORY);

    private final Shop shop;

    public Truth(Shop shop) {
        this.shop = shop;
    }

    /**
     * Writes all objects of a data type, deleted catalog objects included, and leaves the stream open.
     *
     * @param dataType orders, catalog, categories, locations or inventory
     * @param updatedUntil epoch milliseconds; leaves out what changed later. Locations have no such time
     * @throws IllegalArgumentException with a sentence for people, if there is no such data type
     */
    public void write(String dataType, long updatedUntil, OutputStream stream) throws IOException {
        Lines lines = new Lines(new BufferedOutputStream(stream, 1 << 16));
        switch (dataType) {
            case "orders" -> orders(updatedUntil, lines);
            case "catalog" -> catalog(CATALOG, updatedUntil, lines);
            case "categories" -> catalog(CATEGORIES, updatedUntil, lines);
            case "locations" -> locations(lines);
            case "inventory" -> inventory(updatedUntil, lines);
            default ->
                throw new IllegalArgumentException("There is no data type '" + dataType
                        + "': use orders, catalog, categories, locations or inventory.");
        }
        lines.flush();
    }

    private void orders(long updatedUntil, Lines lines) throws IOException {
        OrdersView orders = shop.orders().view();
        for (long number = 0; number < orders.size(); number++) {
            if (orders.facts(number).times().updated() <= updatedUntil) {
                lines.add(orders.object(number));
            }
        }
    }

    private void catalog(Set<CatalogType> types, long updatedUntil, Lines lines) throws IOException {
        CatalogView catalog = shop.catalog().view();
        for (int number = 0; number < catalog.size(); number++) {
            if (types.contains(catalog.type(number)) && catalog.version(number) <= updatedUntil) {
                lines.add(catalog.object(number));
            }
        }
    }

    private void locations(Lines lines) throws IOException {
        for (JsonObject location : shop.locations().listing()) {
            lines.add(location);
        }
    }

    private void inventory(long updatedUntil, Lines lines) throws IOException {
        CountsView counts = shop.inventory().view();
        for (long number = 0; number < counts.size(); number++) {
            if (counts.facts(number).calculatedAt() <= updatedUntil) {
                lines.add(counts.object(number));
            }
        }
    }

    private record Lines(OutputStream stream) {
        void add(JsonObject object) throws IOException {
            try (Json json = Json.to(stream)) {
                json.value(object);
            }
            stream.write('\n');
        }

        void flush() throws IOException {
            stream.flush();
        }
    }
}
