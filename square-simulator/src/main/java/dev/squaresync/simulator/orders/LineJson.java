package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.catalog.Catalog;
import dev.squaresync.simulator.seed.Json;
import java.util.List;

/** The lines of an order. */
final class LineJson {
    static final String TAX_UID = "sales-tax";
    static final String DISCOUNT_UID = "early-bird";

    private final Catalog catalog;

    LineJson(Catalog catalog) {
        this.catalog = catalog;
    }

    void write(OrderFacts order, Basket basket, Json json) {
        json.array("line_items");
        List<OrderLine> lines = basket.lines();
        for (int at = 0; at < lines.size(); at++) {
            line(order, at, lines.get(at), basket.currency(), json);
        }
        json.endArray();
    }

    private void line(OrderFacts order, int at, OrderLine line, String currency, Json json) {
        json.object().text("uid", line.uid());
        if (at == 0 && OddOrders.hasNullQuantity(order.number())) {
            json.nothing("quantity");
        } else {
            json.text("quantity", line.quantityText());
        }
        if (line.variation() >= 0) {
            goods(order, line, json);
        } else {
            json.text("item_type", "CUSTOM_AMOUNT").text("note", "Custom amount; no questions");
        }
        if ((order.number() + at) % 40 == 9) {
            json.object("kitchen_hint")
                    .text("station", "grill")
                    .number("priority", at)
                    .endObject();
        }
        amounts(line, currency, json);
        modifiers(line, currency, json);
        applied(line, currency, json);
        json.endObject();
    }

    /** Tells which variation was sold as it was then; it may be deleted by now. */
    private void goods(OrderFacts order, OrderLine line, Json json) {
        int variation = line.variation();
        json.text("catalog_object_id", catalog.variationId(variation))
                .number("catalog_version", order.times().created() - 86_400_000L)
                .text("name", catalog.goods().itemName(catalog.itemOf(variation)))
                .text("variation_name", catalog.goods().variationName(variation))
                .text("item_type", "ITEM");
    }

    private static void amounts(OrderLine line, String currency, Json json) {
        json.money("base_price_money", line.price(), currency)
                .money("variation_total_price_money", line.gross(), currency)
                .money("gross_sales_money", line.gross(), currency)
                .money("total_tax_money", line.tax(), currency)
                .money("total_discount_money", line.discount(), currency)
                .money("total_money", line.total(), currency)
                .money("total_service_charge_money", 0, currency);
    }

    private static void modifiers(OrderLine line, String currency, Json json) {
        if (line.modifier() == 0) {
            return;
        }
        json.array("modifiers")
                .object()
                .text("uid", "wrap")
                .text("name", "Gift wrap \"sea\"")
                .text("quantity", "1")
                .money("base_price_money", line.modifier(), currency)
                .money("total_price_money", line.modifier(), currency)
                .endObject()
                .endArray();
    }

    private static void applied(OrderLine line, String currency, Json json) {
        json.array("applied_taxes")
                .object()
                .text("uid", "applied-" + TAX_UID)
                .text("tax_uid", TAX_UID)
                .money("applied_money", line.tax(), currency)
                .endObject()
                .endArray();
        if (line.discount() > 0) {
            json.array("applied_discounts")
                    .object()
                    .text("uid", "applied-" + DISCOUNT_UID)
                    .text("discount_uid", DISCOUNT_UID)
                    .money("applied_money", line.discount(), currency)
                    .endObject()
                    .endArray();
        }
    }
}
