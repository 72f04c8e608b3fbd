package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.seed.Json;

/** The part of an order that tells what was sold, and for how much. */
final class SaleJson {
    private final Baskets baskets;
    private final LineJson lines;
    private final PaymentJson payments;

    SaleJson(Baskets baskets, LineJson lines, PaymentJson payments) {
        this.baskets = baskets;
        this.lines = lines;
        this.payments = payments;
    }

    void write(OrderFacts order, OrderTraits traits, Json json) {
        Basket basket = baskets.of(order);
        if (!basket.lines().isEmpty()) {
            lines.write(order, basket, json);
            taxes(basket, json);
            discounts(basket, json);
            serviceCharges(basket, json);
        }
        if (traits.fulfillmentType() != null) {
            fulfillment(order, traits.fulfillmentType(), traits.fulfillmentState(), json);
        }
        boolean paid = order.state().equals("COMPLETED") && !basket.lines().isEmpty();
        if (paid) {
            payments.write(order, basket, json);
        }
        totals(basket, paid, json);
    }

    private static void taxes(Basket basket, Json json) {
        boolean yen = basket.currency().equals("JPY");
        json.array("taxes")
                .object()
                .text("uid", LineJson.TAX_UID)
                .text("name", yen ? "消費税" : "Sales Tax")
                .text("percentage", yen ? "10.0" : "8.5")
                .text("type", "ADDITIVE")
                .text("scope", "ORDER")
                .money("applied_money", basket.tax(), basket.currency())
                .endObject()
                .endArray();
    }

    private static void discounts(Basket basket, Json json) {
        if (basket.discount() == 0) {
            return;
        }
        json.array("discounts")
                .object()
                .text("uid", LineJson.DISCOUNT_UID)
                .text("name", "Early bird \"10 %\"")
                .text("percentage", "10")
                .text("type", "FIXED_PERCENTAGE")
                .text("scope", "ORDER")
                .money("applied_money", basket.discount(), basket.currency())
                .endObject()
                .endArray();
    }

    private static void serviceCharges(Basket basket, Json json) {
        if (basket.serviceCharge() == 0) {
            return;
        }
        json.array("service_charges")
                .object()
                .text("uid", "service")
                .text("name", "Beach service")
                .text("percentage", "10")
                .text("calculation_phase", "SUBTOTAL_PHASE")
                .flag("taxable", false)
                .money("applied_money", basket.serviceCharge(), basket.currency())
                .money("total_money", basket.serviceCharge(), basket.currency())
                .endObject()
                .endArray();
    }

    private static void fulfillment(OrderFacts order, String type, String state, Json json) {
        json.array("fulfillments")
                .object()
                .text("uid", "fulfillment-" + order.number() % 3)
                .text("type", type)
                .text("state", state);
        json.object("pickup_details")
                .time("placed_at", order.times().created())
                .text("note", "Leave it at the <b>counter</b>")
                .endObject();
        json.endObject().endArray();
    }

    private static void totals(Basket basket, boolean paid, Json json) {
        String currency = basket.currency();
        long total = basket.total();
        json.object("net_amounts");
        json.money("total_money", total, currency)
                .money("tax_money", basket.tax(), currency)
                .money("discount_money", basket.discount(), currency)
                .money("tip_money", basket.tip(), currency)
                .money("service_charge_money", basket.serviceCharge(), currency)
                .endObject();
        json.money("total_money", total, currency)
                .money("total_tax_money", basket.tax(), currency)
                .money("total_discount_money", basket.discount(), currency)
                .money("total_tip_money", basket.tip(), currency)
                .money("total_service_charge_money", basket.serviceCharge(), currency)
                .money("net_amount_due_money", paid ? 0 : total, currency);
    }
}
