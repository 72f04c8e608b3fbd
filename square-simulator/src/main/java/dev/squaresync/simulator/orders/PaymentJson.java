package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.List;

/** How an order was paid: with one tender, now and then with two. */
final class PaymentJson {
    private static final long TOPIC = 67;
    private static final int TENDERS_AT_MOST = 2;
    private static final List<String> TYPES = List.of("CARD", "CARD", "CARD", "CASH", "WALLET", "SQUARE_GIFT_CARD");
    private static final List<String> BRANDS = List.of("VISA", "MASTERCARD", "AMERICAN_EXPRESS", "OTHER_BRAND");

    private final long seed;
    private final SquareIds ids;
    private final ShopLocations locations;

    PaymentJson(long seed, SquareIds ids, ShopLocations locations) {
        this.seed = seed;
        this.ids = ids;
        this.locations = locations;
    }

    void write(OrderFacts order, Basket basket, Json json) {
        boolean split = Dice.of(seed, TOPIC, order.number()).oneIn(25);
        long first = split ? basket.total() / 3 : basket.total();
        json.array("tenders");
        tender(order, basket, 0, first, json);
        if (split) {
            tender(order, basket, 1, basket.total() - first, json);
        }
        json.endArray();
    }

    private void tender(OrderFacts order, Basket basket, int at, long amount, Json json) {
        Dice dice = Dice.of(seed, TOPIC + 1 + at, order.number());
        String type = dice.oneIn(2500) ? "SEASHELLS" : dice.pick(TYPES);
        String currency = basket.currency();
        json.object()
                .text("id", ids.id(IdKind.TENDER, order.number() * TENDERS_AT_MOST + at))
                .text("location_id", locations.get(order.location()).id())
                .text("transaction_id", ids.id(IdKind.ORDER, order.number()))
                .time("created_at", order.times().closed())
                .money("amount_money", amount, currency);
        if (at == 0 && basket.tip() > 0) {
            json.money("tip_money", basket.tip(), currency);
        }
        if (type.equals("CARD")) {
            json.money("processing_fee_money", amount * 26 / 1000 + 10, currency);
        }
        json.text("type", type);
        details(type, amount, currency, dice, json);
        json.endObject();
    }

    private static void details(String type, long amount, String currency, Dice dice, Json json) {
        if (type.equals("CARD")) {
            json.object("card_details").text("status", "CAPTURED").object("card");
            json.text("card_brand", dice.pick(BRANDS))
                    .text("last_4", "%04d".formatted(dice.below(10_000)))
                    .endObject();
            json.text("entry_method", dice.oneIn(3) ? "CONTACTLESS" : "EMV");
            if (dice.oneIn(30)) {
                json.text("reader_mood", "cheerful");
            }
            json.endObject();
        } else if (type.equals("CASH")) {
            json.object("cash_details").money("buyer_tendered_money", amount, currency);
            json.money("change_back_money", 0, currency).endObject();
        }
    }
}
