package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.seed.SquareIds;
import dev.squaresync.simulator.timeline.Events;
import java.util.OptionalLong;

/** The orders at one moment, for readers. */
public final class OrdersView {
    private final OrderOrigin origin;
    private final OrdersState state;
    private final OrderJson json;
    private final SquareIds ids;

    OrdersView(OrderOrigin origin, OrdersState state, OrderJson json, SquareIds ids) {
        this.origin = origin;
        this.state = state;
        this.json = json;
        this.ids = ids;
    }

    /** Orders are numbered 0 to size() - 1. */
    public long size() {
        return state.count();
    }

    /** How many of them were changed or added since the shop started. */
    public int moved() {
        return state.moved().size();
    }

    public OrderFacts facts(long number) {
        OrderFacts moved = state.moved().isEmpty() ? null : state.moved().get(number);
        return moved == null ? origin.first(number) : moved;
    }

    public Events by(OrderTimeField field) {
        return new OrderEvents(origin, state, field);
    }

    /** The number of the order with this id. */
    public OptionalLong number(String id) {
        OptionalLong number = ids.number(IdKind.ORDER, id);
        return number.isPresent() && number.getAsLong() < size() ? number : OptionalLong.empty();
    }

    public JsonObject object(long number) {
        OrderFacts facts = facts(number);
        return target -> json.write(facts, target);
    }

    /** An order as SearchOrders tells it with {@code return_entries}. */
    public JsonObject entry(long number) {
        OrderFacts facts = facts(number);
        return target -> json.writeEntry(facts, target);
    }

    /** The order's traits beyond its facts, by which it can be searched. */
    public OrderTraits traits(long number) {
        return json.traits(facts(number));
    }
}
