package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.List;

/** The part of an order that tells which goods of an earlier order came back, and what was paid back. */
final class ReturnJson {
    private static final long TOPIC = 69;

    private final OrderOrigin origin;
    private final Baskets baskets;
    private final SquareIds ids;
    private final ShopLocations locations;

    ReturnJson(OrderOrigin origin, Baskets baskets, SquareIds ids, ShopLocations locations) {
        this.origin = origin;
        this.baskets = baskets;
        this.ids = ids;
        this.locations = locations;
    }

    void write(OrderFacts order, Json json) {
        Dice dice = Dice.of(order.number(), TOPIC, order.revision());
        Basket sold = baskets.of(origin.first(order.returnedSale()));
        boolean all = dice.oneIn(2);
        List<OrderLine> lines = all ? sold.lines() : sold.lines().subList(0, 1);
        Basket back = new Basket(sold.currency(), lines, 0, 0);
        returned(order, back, dice, json);
        refund(order, back, json);
        json.object("return_amounts");
        amounts(back, 1, json);
        json.object("net_amounts");
        amounts(back, -1, json);
        json.money("total_money", 0, back.currency())
                .money("total_tax_money", 0, back.currency())
                .money("total_discount_money", 0, back.currency())
                .money("total_tip_money", 0, back.currency())
                .money("total_service_charge_money", 0, back.currency())
                .money("net_amount_due_money", 0, back.currency());
    }

    private void returned(OrderFacts order, Basket back, Dice dice, Json json) {
        json.array("returns").object().text("uid", "return-1");
        if (!dice.oneIn(10)) {
            json.text("source_order_id", ids.id(IdKind.ORDER, order.returnedSale()));
        }
        json.array("return_line_items");
        back.lines().forEach(line -> returnedLine(line, back.currency(), json));
        json.endArray().array("return_taxes").object();
        json.text("uid", "return-tax")
                .text("source_tax_uid", LineJson.TAX_UID)
                .text("scope", "ORDER")
                .money("applied_money", back.tax(), back.currency())
                .endObject()
                .endArray();
        if (dice.oneIn(8)) {
            json.object("rounding_adjustment").text("uid", "rounding").money("amount_money", -2, back.currency());
            json.endObject();
        }
        json.object("return_amounts");
        amounts(back, 1, json);
        json.endObject().endArray();
    }

    private static void returnedLine(OrderLine line, String currency, Json json) {
        json.object()
                .text("uid", "back-" + line.uid())
                .text("source_line_item_uid", line.uid())
                .text("quantity", line.quantityText())
                .text("item_type", line.variation() >= 0 ? "ITEM" : "CUSTOM_AMOUNT")
                .money("base_price_money", line.price(), currency)
                .money("gross_return_money", line.gross(), currency)
                .money("total_tax_money", line.tax(), currency)
                .money("total_discount_money", line.discount(), currency)
                .money("total_money", line.total(), currency)
                .endObject();
    }

    private void refund(OrderFacts order, Basket back, Json json) {
        json.array("refunds")
                .object()
                .text("id", ids.id(IdKind.REFUND, order.number()))
                .text("location_id", locations.get(order.location()).id())
                .text("transaction_id", ids.id(IdKind.ORDER, order.returnedSale()))
                .text("tender_id", ids.id(IdKind.TENDER, order.returnedSale() * 2))
                .time("created_at", order.times().created())
                .text("reason", "Wrong colour, said \"too blue\"")
                .money("amount_money", back.total(), back.currency())
                .text("status", "APPROVED")
                .endObject()
                .endArray();
    }

    /** @param sign -1 where the amounts count against the shop's income */
    private static void amounts(Basket back, int sign, Json json) {
        json.money("total_money", sign * back.total(), back.currency())
                .money("tax_money", sign * back.tax(), back.currency())
                .money("discount_money", sign * back.discount(), back.currency())
                .money("tip_money", 0, back.currency())
                .money("service_charge_money", 0, back.currency())
                .endObject();
    }
}
