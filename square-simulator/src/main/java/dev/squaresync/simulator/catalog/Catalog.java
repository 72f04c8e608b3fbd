package dev.squaresync.simulator.catalog;

import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.List;
import java.util.stream.IntStream;

/** The shop's catalog as it changes. */
public final class Catalog {
    private final Goods goods;
    private final SquareIds ids;
    private final CatalogJson json;
    private final int[] firstVariations;
    private volatile CatalogState state;

    public Catalog(ShopSettings settings, ShopLocations locations) {
        this.goods = new Goods(settings.seed());
        this.ids = new SquareIds(settings.seed());
        int categories = CatalogGrowth.categories(settings.size().items());
        this.json = new CatalogJson(ids, new ItemJson(ids, goods, locations, categories), categories);
        this.state = new CatalogGrowth(settings, goods).grow();
        this.firstVariations = variationNumbers(state);
    }

    /** The catalog as it is now; later changes do not show in it. */
    public CatalogView view() {
        return new CatalogView(state, json, ids);
    }

    public Goods goods() {
        return goods;
    }

    /** How many variations the shop started with, deleted ones included. */
    public int firstVariations() {
        return firstVariations.length;
    }

    /** The id of one of the variations that the shop started with, counted from 0. */
    public String variationId(int variation) {
        return ids.id(IdKind.CATALOG_OBJECT, firstVariations[variation]);
    }

    /** The item of one of the variations that the shop started with, as {@link Goods} counts items. */
    public int itemOf(int variation) {
        CatalogState current = state;
        int item = current.entry(firstVariations[variation]).family().item();
        return current.entry(item).ordinal();
    }

    /**
     * Changes, adds and deletes objects at once.
     *
     * @param now epoch milliseconds; the objects' new version, unless a newer one exists already
     * @return the ids of the new variations
     */
    public synchronized List<String> change(CatalogChanges changes, long seed, long now) {
        if (changes.isEmpty()) {
            return List.of();
        }
        int before = state.entries().size();
        long version = Math.max(now, state.latestVersion() + 1);
        CatalogState changed = new CatalogChanger(state, goods, seed, version).apply(changes);
        state = changed;
        return IntStream.range(before, changed.entries().size())
                .filter(number -> changed.entry(number).type() == CatalogType.ITEM_VARIATION)
                .mapToObj(number -> ids.id(IdKind.CATALOG_OBJECT, number))
                .toList();
    }

    private static int[] variationNumbers(CatalogState state) {
        return state.entries().stream()
                .filter(entry -> entry.type() == CatalogType.ITEM_VARIATION)
                .mapToInt(CatalogEntry::number)
                .toArray();
    }
}
