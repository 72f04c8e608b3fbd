package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.timeline.Events;
import dev.squaresync.simulator.timeline.Timeline;

/** Tells the facts of any order from its number alone. */
final class OrderOrigin {
    /** Square takes orders that were made offline up to so much later. */
    static final long LATEST_ARRIVAL_MILLIS = 72L * 3_600_000;

    private static final long KIND = 51;
    private static final long PLACE = 52;
    private static final long STATE = 53;
    private static final long TIMES = 54;
    private static final int ONE_RETURN_IN = 33;
    private static final int FARTHEST_SALE = 400;

    private final long seed;
    private final int locations;
    private final Timeline timeline;

    OrderOrigin(long seed, int locations, Timeline timeline) {
        this.seed = seed;
        this.locations = locations;
        this.timeline = timeline;
    }

    Timeline timeline() {
        return timeline;
    }

    /** An order of the shop's history, as it was before any change. */
    OrderFacts first(long number) {
        long sale = returnedSale(number);
        String state = sale >= 0 ? "COMPLETED" : state(number);
        return new OrderFacts(number, 0, locationOf(sale >= 0 ? sale : number), state, times(number, state), sale);
    }

    /** An order that is made now; it has neither lines nor payment before its first change. */
    OrderFacts made(long number, long now) {
        return new OrderFacts(number, 0, locationOf(number), "OPEN", new OrderTimes(now, now, Events.NEVER), -1);
    }

    /** The order after one more change. An open order is completed by it. */
    OrderFacts changed(OrderFacts before, long now) {
        boolean closes = before.state().equals("OPEN");
        String state = closes ? "COMPLETED" : before.state();
        long closed = closes ? now : before.times().closed();
        OrderTimes times = new OrderTimes(before.times().created(), now, closed);
        return new OrderFacts(
                before.number(), before.revision() + 1, before.location(), state, times, before.returnedSale());
    }

    /** Quicker than all facts. */
    long time(long number, OrderTimeField field) {
        if (field == OrderTimeField.UPDATED_AT) {
            return timeline.timeOf(number);
        }
        return times(number, returnedSale(number) >= 0 ? "COMPLETED" : state(number))
                .get(field);
    }

    private long returnedSale(long number) {
        Dice dice = Dice.of(seed, KIND, number);
        if (!dice.oneIn(ONE_RETURN_IN)) {
            return -1;
        }
        long sale = number - 1 - dice.below(FARTHEST_SALE);
        while (sale >= 0 && Dice.of(seed, KIND, sale).oneIn(ONE_RETURN_IN)) {
            sale--;
        }
        return Math.max(-1, sale);
    }

    private int locationOf(long number) {
        return Dice.of(seed, PLACE, number).below(locations);
    }

    private String state(long number) {
        int chance = Dice.of(seed, STATE, number).below(3000);
        if (chance < 60) {
            return "OPEN";
        }
        if (chance < 105) {
            return "CANCELED";
        }
        if (chance < 111) {
            return "DRAFT";
        }
        return chance == 111 ? "AWAITING_SUNSHINE" : "COMPLETED";
    }

    private OrderTimes times(long number, String state) {
        Dice dice = Dice.of(seed, TIMES, number);
        long updated = timeline.timeOf(number);
        long late = dice.below(lateness(dice.below(100)));
        boolean closed = state.equals("COMPLETED") || state.equals("CANCELED");
        return new OrderTimes(
                updated - late, updated, closed ? updated - Math.min(late, dice.below(30_000)) : Events.NEVER);
    }

    private static long lateness(int percent) {
        if (percent < 90) {
            return 300_000;
        }
        return percent < 98 ? 7_200_000 : LATEST_ARRIVAL_MILLIS;
    }
}
