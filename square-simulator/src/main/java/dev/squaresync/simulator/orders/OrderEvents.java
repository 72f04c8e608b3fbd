package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.timeline.Events;
import dev.squaresync.simulator.timeline.Position;
import dev.squaresync.simulator.timeline.Timeline;
import java.util.List;

/** The orders by one of their times. */
record OrderEvents(OrderOrigin origin, OrdersState state, OrderTimeField field) implements Events {
    @Override
    public Timeline timeline() {
        return origin.timeline();
    }

    @Override
    public long lag() {
        return field == OrderTimeField.UPDATED_AT ? 0 : OrderOrigin.LATEST_ARRIVAL_MILLIS;
    }

    @Override
    public boolean hasMoved(long number) {
        return !state.moved().isEmpty() && state.moved().containsKey(number);
    }

    @Override
    public long timeOf(long number) {
        return origin.time(number, field);
    }

    @Override
    public List<Position> moved() {
        return state.sortedBy(field);
    }
}
