package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.catalog.Catalog;
import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.orders.OrderLine.Rates;
import dev.squaresync.simulator.seed.Dice;
import java.util.ArrayList;
import java.util.List;

/** Fills the basket of an order: the same for the same number and revision. */
final class Baskets {
    private static final long COUNT = 61;
    private static final long LINE = 62;
    private static final long EXTRAS = 63;
    /** How many of 100 orders have one line, two, three and so on; 2.82 on average. */
    private static final int[] LINES_OF_100 = {18, 30, 25, 14, 7, 4, 2};

    private final long seed;
    private final Catalog catalog;
    private final ShopLocations locations;
    private final long historyOrders;

    /** @param historyOrders orders numbered from here on are new, and arrive without their lines at first */
    Baskets(long seed, Catalog catalog, ShopLocations locations, long historyOrders) {
        this.seed = seed;
        this.catalog = catalog;
        this.locations = locations;
        this.historyOrders = historyOrders;
    }

    Basket of(OrderFacts order) {
        String currency = locations.get(order.location()).currency();
        Dice extras = Dice.of(seed, EXTRAS, order.number());
        int taxPerMille = currency.equals("JPY") ? 100 : 85;
        Rates rates = new Rates(extras.oneIn(8) ? 10 : 0, taxPerMille);
        List<OrderLine> lines = lines(order, currency, rates);
        long net =
                lines.stream().mapToLong(line -> line.gross() - line.discount()).sum();
        long serviceCharge = extras.oneIn(20) ? net / 10 : 0;
        long tip = extras.oneIn(4) && order.state().equals("COMPLETED") ? net * 15 / 100 : 0;
        return new Basket(currency, lines, serviceCharge, tip);
    }

    private List<OrderLine> lines(OrderFacts order, String currency, Rates rates) {
        int count = count(order);
        List<OrderLine> lines = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            lines.add(line(order, at, currency, rates));
        }
        return lines;
    }

    /** A change can add lines and take lines away. */
    private int count(OrderFacts order) {
        boolean arrivesLater = order.number() >= historyOrders && order.number() % 2 == 0;
        if (arrivesLater && order.revision() == 0) {
            return 0;
        }
        int rest = Dice.of(seed + order.revision(), COUNT, order.number()).below(100);
        int lines = 0;
        while (rest >= 0) {
            rest -= LINES_OF_100[lines++];
        }
        return lines;
    }

    private OrderLine line(OrderFacts order, int at, String currency, Rates rates) {
        Dice dice = Dice.of(seed, LINE + at * 1000L, order.number());
        String uid = order.number() % 50 == 7 ? "line-" + (at + 1) : uid(dice);
        boolean custom = dice.oneIn(60);
        int variation = custom ? -1 : dice.below(catalog.firstVariations());
        long quantity = dice.oneIn(25) ? 100 + dice.below(4000) : 1000L * (1 + dice.below(3));
        long price = custom ? 500 + dice.below(9500) : catalog.goods().price(variation, 0, currency);
        long modifier = !custom && dice.oneIn(6) ? 100 + dice.below(400) : 0;
        return new OrderLine(uid, variation, quantity, price, modifier, rates);
    }

    private static String uid(Dice dice) {
        return Long.toString(dice.next() >>> 1, Character.MAX_RADIX) + Long.toString(dice.below(1_000_000_000L), 36);
    }
}
