package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.SquareIds;
import dev.squaresync.simulator.seed.SquareTime;

/** How an order is written, sale or return. */
final class OrderJson {
    private static final long TOPIC = 65;

    private final long seed;
    private final SquareIds ids;
    private final ShopLocations locations;
    private final SaleJson sales;
    private final ReturnJson returns;

    OrderJson(long seed, SquareIds ids, ShopLocations locations, SaleJson sales, ReturnJson returns) {
        this.seed = seed;
        this.ids = ids;
        this.locations = locations;
        this.sales = sales;
        this.returns = returns;
    }

    OrderTraits traits(OrderFacts order) {
        return OrderTraits.of(seed, order, ids);
    }

    void writeEntry(OrderFacts order, Json json) {
        int version = traits(order).version();
        json.object().text("order_id", ids.id(IdKind.ORDER, order.number()));
        if (version > 0) {
            json.number("version", version);
        }
        json.text("location_id", locations.get(order.location()).id()).endObject();
    }

    void write(OrderFacts order, Json json) {
        OrderTraits traits = traits(order);
        json.object();
        head(order, traits, json);
        if (order.isReturn()) {
            returns.write(order, json);
        } else {
            sales.write(order, traits, json);
        }
        times(order, json);
        json.text("state", order.state());
        if (traits.version() > 0) {
            json.number("version", traits.version());
        }
        json.endObject();
    }

    private void head(OrderFacts order, OrderTraits traits, Json json) {
        Dice dice = Dice.of(seed, TOPIC, order.number());
        json.text("id", ids.id(IdKind.ORDER, order.number()));
        if (OddOrders.hasNullLocation(order.number())) {
            json.nothing("location_id");
        } else {
            json.text("location_id", locations.get(order.location()).id());
        }
        json.object("source").text("name", traits.source()).endObject();
        if (traits.customerId() != null) {
            json.text("customer_id", traits.customerId());
        }
        if (dice.oneIn(10)) {
            json.text("reference_id", "ref-" + dice.below(1_000_000));
        }
        if (dice.oneIn(12)) {
            json.text("ticket_name", "Table \"" + dice.below(40) + "\" 🍹");
        }
        if (dice.oneIn(9)) {
            json.object("metadata")
                    .text("till", "t" + dice.below(9))
                    .text("weather", "sunny")
                    .endObject();
        }
        if (dice.oneIn(20)) {
            unknownField(dice, json);
        }
        json.object("pricing_options").flag("auto_apply_taxes", true).endObject();
    }

    /** A field that no client knows, with digits that a double would lose. */
    private static void unknownField(Dice dice, Json json) {
        json.object("queue_insight")
                .number("waited_nanos", dice.next())
                .text("lane", "A" + dice.below(4))
                .array("hints")
                .element("rush hour")
                .endArray()
                .endObject();
    }

    private static void times(OrderFacts order, Json json) {
        OrderTimes times = order.times();
        if (order.number() % 500 == 123) {
            json.text("created_at", SquareTime.textWithOffset(times.created(), 2));
        } else {
            json.time("created_at", times.created());
        }
        json.time("updated_at", times.updated());
        if (times.isClosed()) {
            json.time("closed_at", times.closed());
        }
    }
}
