package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.catalog.Catalog;
import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.seed.SquareIds;
import dev.squaresync.simulator.timeline.Timeline;
import java.util.HashMap;
import java.util.Map;

/** The shop's orders as they change. */
public final class OrderBook {
    private static final long TOPIC = 50;

    private final OrderOrigin origin;
    private final OrderJson json;
    private final SquareIds ids;
    private volatile OrdersState state;

    public OrderBook(ShopSettings settings, ShopLocations locations, Catalog catalog) {
        long seed = settings.seed();
        long count = settings.size().orders();
        Timeline timeline = new Timeline(seed + TOPIC, settings.historyEnd(), settings.history(), count);
        this.ids = new SquareIds(seed);
        this.origin = new OrderOrigin(seed, locations.count(), timeline);
        Baskets baskets = new Baskets(seed, catalog, locations, count);
        PaymentJson payments = new PaymentJson(seed, ids, locations);
        SaleJson sales = new SaleJson(baskets, new LineJson(catalog), payments);
        ReturnJson returns = new ReturnJson(origin, baskets, ids, locations);
        this.json = new OrderJson(seed, ids, locations, sales, returns);
        this.state = OrdersState.of(count, Map.of());
    }

    /** The orders as they are now; later changes do not show in it. */
    public OrdersView view() {
        return new OrdersView(origin, state, json, ids);
    }

    /**
     * Changes orders, chosen by the seed, and adds new ones.
     *
     * @param now epoch milliseconds, their new {@code updated_at}
     */
    public synchronized void change(int changed, int added, long seed, long now) {
        OrdersState before = state;
        OrdersView view = view();
        Map<Long, OrderFacts> moved = new HashMap<>(before.moved());
        Dice dice = Dice.of(seed, TOPIC, 0);
        for (int at = 0; at < changed && before.count() > 0; at++) {
            long number = dice.below(before.count());
            moved.put(number, origin.changed(moved.getOrDefault(number, view.facts(number)), now));
        }
        for (int at = 0; at < added; at++) {
            long number = before.count() + at;
            moved.put(number, origin.made(number, now));
        }
        state = OrdersState.of(before.count() + added, moved);
    }
}
