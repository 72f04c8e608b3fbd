package dev.squaresync.simulator.api;

import dev.squaresync.simulator.orders.OrderFacts;
import dev.squaresync.simulator.orders.OrderTraits;
import dev.squaresync.simulator.orders.OrdersView;
import dev.squaresync.simulator.wire.SquareError;
import java.util.List;
import java.util.Set;

/** Which orders a search wants. An empty set wants all. */
record OrderFilter(
        Set<Integer> locations,
        Set<String> states,
        Set<String> sources,
        Set<String> customers,
        Set<String> fulfillmentTypes,
        Set<String> fulfillmentStates) {
    private static final Set<String> STATES = Set.of("OPEN", "COMPLETED", "CANCELED", "DRAFT");
    private static final int MOST = 10;

    static OrderFilter parse(Fields filter, Set<Integer> locations) {
        Fields fulfillments =
                filter.object("fulfillment_filter").allowOnly(Set.of("fulfillment_types", "fulfillment_states"));
        Fields states = filter.object("state_filter").allowOnly(Set.of("states"));
        Fields sources = filter.object("source_filter").allowOnly(Set.of("source_names"));
        Fields customers = filter.object("customer_filter").allowOnly(Set.of("customer_ids"));
        return new OrderFilter(
                locations,
                states(states),
                Set.copyOf(sources.textsAtMost(MOST, "source_names")),
                Set.copyOf(customers.textsAtMost(MOST, "customer_ids")),
                Set.copyOf(fulfillments.texts("fulfillment_types")),
                Set.copyOf(fulfillments.texts("fulfillment_states")));
    }

    boolean admitsOpenOrders() {
        return states.isEmpty() || states.contains("OPEN") || states.contains("DRAFT");
    }

    boolean wants(OrdersView orders, long number) {
        OrderFacts facts = orders.facts(number);
        if (!locations.contains(facts.location()) || !admits(states, facts.state())) {
            return false;
        }
        return noTraits() || wants(orders.traits(number));
    }

    private boolean noTraits() {
        return sources.isEmpty() && customers.isEmpty() && fulfillmentTypes.isEmpty() && fulfillmentStates.isEmpty();
    }

    private boolean wants(OrderTraits traits) {
        String customer = traits.customerId();
        String type = traits.fulfillmentType();
        return admits(sources, traits.source())
                && (customers.isEmpty() || (customer != null && customers.contains(customer)))
                && (fulfillmentTypes.isEmpty() || (type != null && fulfillmentTypes.contains(type)))
                && (fulfillmentStates.isEmpty()
                        || (type != null && fulfillmentStates.contains(traits.fulfillmentState())));
    }

    private static boolean admits(Set<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }

    private static Set<String> states(Fields filter) {
        List<String> states = filter.texts("states");
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw SquareError.badRequest(
                        "INVALID_ENUM_VALUE", "'" + state + "' is not an order state.", filter.pathOf("states"));
            }
        }
        return Set.copyOf(states);
    }
}
