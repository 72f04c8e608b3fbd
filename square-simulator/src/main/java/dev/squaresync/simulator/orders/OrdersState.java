package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.timeline.Events;
import dev.squaresync.simulator.timeline.Position;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The orders at one moment; it never changes.
 *
 * @param count all orders, numbered 0 to count - 1
 * @param moved those that changed or were added since the shop started, by number
 * @param sorted the positions of {@code moved} by each of their times
 */
record OrdersState(long count, Map<Long, OrderFacts> moved, Map<OrderTimeField, List<Position>> sorted) {
    static OrdersState of(long count, Map<Long, OrderFacts> moved) {
        Map<OrderTimeField, List<Position>> sorted = new EnumMap<>(OrderTimeField.class);
        for (OrderTimeField field : OrderTimeField.values()) {
            sorted.put(field, sorted(moved.values(), field));
        }
        return new OrdersState(count, moved, sorted);
    }

    List<Position> sortedBy(OrderTimeField field) {
        return sorted.getOrDefault(field, List.of());
    }

    private static List<Position> sorted(Collection<OrderFacts> orders, OrderTimeField field) {
        return orders.stream()
                .filter(order -> order.times().get(field) != Events.NEVER)
                .map(order -> new Position(order.times().get(field), order.number()))
                .sorted()
                .toList();
    }
}
