package dev.squaresync.simulator.inventory;

import dev.squaresync.simulator.catalog.Catalog;
import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shop's inventory counts as they change. */
public final class Inventory {
    private static final long TOPIC = 70;

    private final CountOrigin origin;
    private final ShopLocations locations;
    private volatile CountsState state;

    public Inventory(ShopSettings settings, ShopLocations locations, Catalog catalog) {
        long count = CountOrigin.count(catalog.firstVariations(), locations.count());
        Timeline timeline = new Timeline(settings.seed() + TOPIC, settings.historyEnd(), settings.history(), count);
        this.origin = new CountOrigin(settings.seed(), catalog, locations.count(), timeline);
        this.locations = locations;
        this.state = CountsState.of(count, Map.of());
    }

    /** The inventory as it is now; later changes do not show in it. */
    public CountsView view() {
        return new CountsView(origin, state, locations);
    }

    /**
     * Changes counts, chosen by the seed, and starts counting new variations in every location.
     *
     * @param now epoch milliseconds, their new {@code calculated_at}
     */
    public synchronized void change(int changed, List<String> newVariations, long seed, long now) {
        CountsState before = state;
        CountsView view = view();
        Map<Long, CountFacts> moved = new HashMap<>(before.moved());
        Dice dice = Dice.of(seed, TOPIC, 0);
        for (int at = 0; at < changed; at++) {
            long number = dice.below(before.count());
            moved.put(number, changed(moved.getOrDefault(number, view.facts(number)), now));
        }
        long next = before.count();
        for (String variation : newVariations) {
            for (int location = 0; location < locations.count(); location++) {
                moved.put(next, new CountFacts(next, variation, location, "IN_STOCK", now, 0));
                next++;
            }
        }
        state = CountsState.of(next, moved);
    }

    private static CountFacts changed(CountFacts before, long now) {
        return new CountFacts(
                before.number(), before.variationId(), before.location(), before.state(), now, before.revision() + 1);
    }
}
