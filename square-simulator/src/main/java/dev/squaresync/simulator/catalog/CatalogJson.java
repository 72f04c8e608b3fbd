package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.SquareIds;

/** How catalog objects that are neither items nor variations are written, and the wrapper of all. */
final class CatalogJson {
    private final SquareIds ids;
    private final ItemJson items;
    private final int firstCategories;

    /** @param firstCategories how many categories the shop started with; they are the catalog's first objects */
    CatalogJson(SquareIds ids, ItemJson items, int firstCategories) {
        this.ids = ids;
        this.items = items;
        this.firstCategories = firstCategories;
    }

    /** @param pathToRoot whether a category tells its parents up to the root */
    void write(CatalogEntry entry, CatalogState state, boolean pathToRoot, Json json) {
        wrapper(entry, json);
        switch (entry.type()) {
            case ITEM -> items.itemData(entry, state, variation -> write(variation, state, false, json), json);
            case ITEM_VARIATION -> items.variationData(entry, json);
            case CATEGORY -> categoryData(entry, pathToRoot, json);
            case TAX -> taxData(entry, json);
            case DISCOUNT -> discountData(entry, json);
            case MODIFIER_LIST -> modifierListData(entry, json);
            case HOLOGRAM -> json.object("hologram_data").number("depth", 3).endObject();
        }
        json.endObject();
    }

    /** The number of an item's main category. */
    int mainCategory(int item) {
        return items.mainCategory(item);
    }

    private String id(long number) {
        return ids.id(IdKind.CATALOG_OBJECT, number);
    }

    private void wrapper(CatalogEntry entry, Json json) {
        json.object()
                .text("type", entry.type().name())
                .text("id", id(entry.number()))
                .time("updated_at", entry.version())
                .number("version", entry.version())
                .flag("is_deleted", entry.isDeleted());
        items.presence(entry, json);
        if (entry.number() % 50 == 17) {
            json.object("carbon_footprint")
                    .text("grams", "120.5")
                    .flag("estimated", true)
                    .endObject();
        }
    }

    private void categoryData(CatalogEntry entry, boolean pathToRoot, Json json) {
        int category = entry.ordinal();
        int parent = parentOf(category);
        json.object("category_data")
                .text("name", categoryName(entry))
                .text("category_type", category % 11 == 10 ? "SEASONAL_CATEGORY" : "REGULAR_CATEGORY");
        if (parent >= 0) {
            json.object("parent_category").text("id", id(parent)).number("ordinal", ordinalOf(category));
            json.endObject().text("root_category", id(rootOf(parent)));
        }
        json.flag("is_top_level", parent < 0).flag("online_visibility", category % 7 != 6);
        if (pathToRoot) {
            pathToRoot(parent, json);
        }
        json.endObject();
    }

    private static String categoryName(CatalogEntry entry) {
        String name = "Category " + (entry.ordinal() + 1);
        String decorated = entry.ordinal() % 9 == 4 ? name + " \"Sun & Sea\" 🌊" : name;
        int revision = entry.stamp().revision();
        return revision == 0 ? decorated : decorated + " v" + revision;
    }

    private void pathToRoot(int parent, Json json) {
        json.array("path_to_root");
        for (int category = parent; category >= 0; category = parentOf(category)) {
            json.object().text("category_id", id(category)).endObject();
        }
        json.endArray();
    }

    private static long ordinalOf(int category) {
        return category % 5 == 3 ? -1_125_899_906_842_624L : category * 1_024L;
    }

    /** Every third of the first categories is a root, the others hang below the one before; later ones below a first one. */
    private int parentOf(int category) {
        if (category >= firstCategories) {
            return category % firstCategories;
        }
        return category % 3 == 0 ? -1 : category - 1;
    }

    private static int rootOf(int firstCategory) {
        return firstCategory - firstCategory % 3;
    }

    private static void taxData(CatalogEntry entry, Json json) {
        json.object("tax_data")
                .text("name", entry.ordinal() == 0 ? "Sales Tax" : "消費税")
                .text("calculation_phase", "TAX_SUBTOTAL_PHASE")
                .text("inclusion_type", "ADDITIVE")
                .text("percentage", entry.ordinal() == 0 ? "8.5" : "10.0")
                .flag("enabled", true)
                .endObject();
    }

    private static void discountData(CatalogEntry entry, Json json) {
        json.object("discount_data")
                .text("name", "Discount " + (entry.ordinal() + 1))
                .text("discount_type", "FIXED_PERCENTAGE")
                .text("percentage", String.valueOf((entry.ordinal() + 1) * 10))
                .endObject();
    }

    private static void modifierListData(CatalogEntry entry, Json json) {
        json.object("modifier_list_data")
                .text("name", entry.ordinal() == 0 ? "Gift wrap" : "Engraving")
                .text("selection_type", "SINGLE")
                .endObject();
    }
}
