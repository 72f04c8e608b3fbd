package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.locations.ShopLocation;
import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.function.Consumer;

/** How items and their variations are written. */
final class ItemJson {
    private final SquareIds ids;
    private final Goods goods;
    private final ShopLocations locations;
    private final int firstCategories;

    ItemJson(SquareIds ids, Goods goods, ShopLocations locations, int firstCategories) {
        this.ids = ids;
        this.goods = goods;
        this.locations = locations;
        this.firstCategories = firstCategories;
    }

    /** A deleted item comes without its variations. */
    void itemData(CatalogEntry entry, CatalogState state, Consumer<CatalogEntry> writer, Json json) {
        int item = entry.ordinal();
        String name = goods.itemName(item)
                + (entry.stamp().revision() == 0 ? "" : " v" + entry.stamp().revision());
        json.object("item_data")
                .text("name", name)
                .text("description", "Made for long summers. " + name)
                .text("description_html", "<p>Made for long summers.</p>")
                .text("description_plaintext", "Made for long summers.")
                .flag("is_taxable", true);
        if (!entry.isDeleted()) {
            json.array("variations");
            state.variationsOf(entry).forEach(writer);
            json.endArray();
        }
        json.text("product_type", item % 100 == 99 ? "EXPERIENCE_BOX" : "REGULAR");
        categories(item, json);
        json.flag("is_archived", item % 60 == 59);
        if (item % 15 == 2) {
            json.object("sustainability")
                    .text("label", "A+")
                    .array("sources")
                    .element("sun")
                    .endArray()
                    .endObject();
        }
        json.endObject();
    }

    int mainCategory(int item) {
        return item % firstCategories;
    }

    private void categories(int item, Json json) {
        String main = categoryId(mainCategory(item));
        json.array("categories");
        json.object().text("id", main).number("ordinal", item * 7L - 40).endObject();
        if (item % 4 == 1) {
            String second = categoryId((item / 4 + 1) % firstCategories);
            if (!second.equals(main)) {
                json.object().text("id", second).nothing("ordinal").endObject();
            }
        }
        json.endArray()
                .object("reporting_category")
                .text("id", main)
                .number("ordinal", item * 7L - 40)
                .endObject();
    }

    private String categoryId(int category) {
        return ids.id(IdKind.CATALOG_OBJECT, category);
    }

    void variationData(CatalogEntry entry, Json json) {
        int variation = entry.ordinal();
        boolean fixed = variation % 40 != 39;
        json.object("item_variation_data")
                .text("item_id", ids.id(IdKind.CATALOG_OBJECT, entry.family().item()))
                .text("name", goods.variationName(variation))
                .text("sku", "SKU-%06d".formatted(variation))
                .number("ordinal", entry.number() - entry.family().firstVariation())
                .text("pricing_type", fixed ? "FIXED_PRICING" : "VARIABLE_PRICING");
        if (fixed) {
            json.money("price_money", goods.price(variation, entry.stamp().revision(), "USD"), "USD");
        }
        locationOverrides(entry, json);
        json.flag("track_inventory", true).flag("sellable", true).flag("stockable", true);
        json.endObject();
    }

    private void locationOverrides(CatalogEntry entry, Json json) {
        json.array("location_overrides");
        for (int number = 0; number < locations.count(); number++) {
            ShopLocation location = locations.get(number);
            if (location.currency().equals("JPY")) {
                long price = goods.price(entry.ordinal(), entry.stamp().revision(), "JPY");
                json.object()
                        .text("location_id", location.id())
                        .money("price_money", price, "JPY")
                        .text("pricing_type", "FIXED_PRICING")
                        .flag("track_inventory", true)
                        .endObject();
            }
        }
        json.endArray();
    }

    /** Most objects are everywhere; some say nothing, which means the same; some are missing at a location. */
    void presence(CatalogEntry entry, Json json) {
        if (entry.number() % 10 == 3) {
            return;
        }
        json.flag("present_at_all_locations", true);
        if (entry.number() % 30 == 11) {
            json.array("absent_at_location_ids").element(locations.get(0).id()).endArray();
        }
    }
}
