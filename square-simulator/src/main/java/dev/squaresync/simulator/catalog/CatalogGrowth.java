package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.catalog.CatalogEntry.Family;
import dev.squaresync.simulator.catalog.CatalogEntry.Stamp;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.ShopSettings;
import java.util.ArrayList;
import java.util.List;

/** Makes the catalog that the shop starts with, some of it already deleted. */
final class CatalogGrowth {
    private static final long TOPIC = 45;
    private static final int ITEMS_A_CATEGORY = 20;
    private static final int FEWEST_CATEGORIES = 8;

    private final ShopSettings settings;
    private final Goods goods;
    private final List<CatalogEntry> entries = new ArrayList<>();

    CatalogGrowth(ShopSettings settings, Goods goods) {
        this.settings = settings;
        this.goods = goods;
    }

    static int categories(int items) {
        return Math.max(FEWEST_CATEGORIES, items / ITEMS_A_CATEGORY);
    }

    CatalogState grow() {
        int categories = categories(settings.size().items());
        for (int ordinal = 0; ordinal < categories; ordinal++) {
            boolean deleted = ordinal == categories - 1;
            add(CatalogType.CATEGORY, ordinal, Family.NONE, deleted);
        }
        addSome(CatalogType.TAX, 2);
        addSome(CatalogType.DISCOUNT, 3);
        addSome(CatalogType.MODIFIER_LIST, 2);
        addSome(CatalogType.HOLOGRAM, settings.unknownCatalogType() ? 1 : 0);
        int variation = 0;
        for (int item = 0; item < settings.size().items(); item++) {
            variation = addItem(item, variation);
        }
        return new CatalogState(entries);
    }

    private void addSome(CatalogType type, int count) {
        for (int ordinal = 0; ordinal < count; ordinal++) {
            add(type, ordinal, Family.NONE, false);
        }
    }

    private int addItem(int item, int firstOrdinal) {
        int variations = goods.variationsOf(item);
        int number = entries.size();
        boolean deleted = item % 97 == 41;
        Family family = new Family(number, number + 1, variations);
        long version = add(CatalogType.ITEM, item, family, deleted);
        for (int at = 0; at < variations; at++) {
            boolean lastOfMany = at > 0 && at == variations - 1;
            boolean variationDeleted = deleted || (lastOfMany && item % 75 == 13);
            Stamp stamp = new Stamp(version, 0, variationDeleted);
            entries.add(new CatalogEntry(entries.size(), CatalogType.ITEM_VARIATION, firstOrdinal + at, family, stamp));
        }
        return firstOrdinal + variations;
    }

    private long add(CatalogType type, int ordinal, Family family, boolean deleted) {
        int number = entries.size();
        long span = settings.history().toMillis();
        long version = settings.historyEnd().toEpochMilli()
                - 1
                - Dice.of(settings.seed(), TOPIC, number).below(span);
        entries.add(new CatalogEntry(number, type, ordinal, family, new Stamp(version, 0, deleted)));
        return version;
    }
}
