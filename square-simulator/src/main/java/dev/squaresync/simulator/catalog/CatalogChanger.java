package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.catalog.CatalogEntry.Family;
import dev.squaresync.simulator.catalog.CatalogEntry.Stamp;
import dev.squaresync.simulator.seed.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies changes to a catalog; every object that a change touches gets the same new version, as in Square. An item
 * carries its variations, so that a change of a variation is a change of its item too; deleting an item deletes them.
 */
final class CatalogChanger {
    private final Goods goods;
    private final Dice dice;
    private final long version;
    private final List<CatalogEntry> entries;

    CatalogChanger(CatalogState state, Goods goods, long seed, long version) {
        this.goods = goods;
        this.dice = Dice.of(seed, 46, 0);
        this.version = version;
        this.entries = new ArrayList<>(state.entries());
    }

    CatalogState apply(CatalogChanges changes) {
        choose(CatalogType.ITEM, changes.items()).forEach(this::changeItem);
        choose(CatalogType.CATEGORY, changes.categories()).forEach(entry -> put(entry.changed(version)));
        choose(CatalogType.ITEM, changes.deleteItems()).forEach(this::deleteItem);
        choose(CatalogType.CATEGORY, changes.deleteCategories()).forEach(entry -> put(entry.deleted(version)));
        for (int at = 0; at < changes.newCategories(); at++) {
            addCategory();
        }
        for (int at = 0; at < changes.newItems(); at++) {
            addItem();
        }
        return new CatalogState(entries);
    }

    /** Different objects of the type that are not deleted; all of them if there are no more. */
    private List<CatalogEntry> choose(CatalogType type, int count) {
        List<CatalogEntry> left = new ArrayList<>(entries.stream()
                .filter(entry -> entry.type() == type && !entry.isDeleted())
                .toList());
        List<CatalogEntry> chosen = new ArrayList<>();
        while (chosen.size() < count && !left.isEmpty()) {
            chosen.add(left.remove(dice.below(left.size())));
        }
        return chosen;
    }

    private void changeItem(CatalogEntry item) {
        put(item.changed(version));
        CatalogEntry variation = entries.get(item.family().firstVariation());
        if (dice.oneIn(2) && !variation.isDeleted()) {
            put(variation.changed(version));
        }
    }

    private void deleteItem(CatalogEntry item) {
        Family family = item.family();
        put(item.deleted(version));
        for (int at = 0; at < family.variations(); at++) {
            CatalogEntry variation = entries.get(family.firstVariation() + at);
            if (!variation.isDeleted()) {
                put(variation.deleted(version));
            }
        }
    }

    private void addItem() {
        int item = count(CatalogType.ITEM);
        int variation = count(CatalogType.ITEM_VARIATION);
        int number = entries.size();
        int variations = goods.variationsOf(item);
        Family family = new Family(number, number + 1, variations);
        add(CatalogType.ITEM, item, family);
        for (int at = 0; at < variations; at++) {
            add(CatalogType.ITEM_VARIATION, variation + at, family);
        }
    }

    private void addCategory() {
        add(CatalogType.CATEGORY, count(CatalogType.CATEGORY), Family.NONE);
    }

    private int count(CatalogType type) {
        return (int) entries.stream().filter(entry -> entry.type() == type).count();
    }

    private void add(CatalogType type, int ordinal, Family family) {
        entries.add(new CatalogEntry(entries.size(), type, ordinal, family, new Stamp(version, 0, false)));
    }

    private void put(CatalogEntry entry) {
        entries.set(entry.number(), entry);
    }
}
