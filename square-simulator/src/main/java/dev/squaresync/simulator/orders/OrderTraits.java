package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order came from, who bought and how it is handed over.
 *
 * @param customerId null if nobody gave a name
 * @param fulfillmentType null if it was simply taken away
 * @param version Square's version; 0 if the order has none because it was not made through the API
 */
public record OrderTraits(
        String source,
        @Nullable String customerId,
        @Nullable String fulfillmentType,
        String fulfillmentState,
        int version) {
    private static final long TOPIC = 55;
    private static final List<String> SOURCES =
            List.of("Point of Sale", "Point of Sale", "Square Online", "Kiosk \"Beach\"", "Invoices");
    private static final List<String> TYPES = List.of("PICKUP", "SHIPMENT", "DELIVERY", "IN_STORE", "CARRIER_PIGEON");

    static OrderTraits of(long seed, OrderFacts order, SquareIds ids) {
        Dice dice = Dice.of(seed, TOPIC, order.number());
        String source = dice.pick(SOURCES);
        String customer = dice.below(10) < 3 ? ids.id(IdKind.CUSTOMER, dice.below(5000)) : null;
        String type = dice.below(10) < 2 && !order.isReturn() ? TYPES.get(typeAt(dice.below(200))) : null;
        boolean versioned = dice.below(100) >= (order.isReturn() ? 50 : 4);
        int version = versioned ? 1 + dice.below(6) + order.revision() : 0;
        return new OrderTraits(source, customer, type, fulfillmentState(order.state()), version);
    }

    private static int typeAt(int chance) {
        return chance == 199 ? 4 : chance % 4;
    }

    private static String fulfillmentState(String orderState) {
        return switch (orderState) {
            case "COMPLETED" -> "COMPLETED";
            case "CANCELED" -> "CANCELED";
            default -> "PROPOSED";
        };
    }
}
