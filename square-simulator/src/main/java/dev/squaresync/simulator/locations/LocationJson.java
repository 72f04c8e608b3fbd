package dev.squaresync.simulator.locations;

import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.List;

/** How a location is written. */
final class LocationJson {
    private static final List<String> TIME_ZONES =
            List.of("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT");
    private static final long DAY_MILLIS = 86_400_000;

    private final String merchantId;
    private final long opened;

    LocationJson(SquareIds ids, long opened) {
        this.merchantId = "M" + ids.id(IdKind.MERCHANT, 0).substring(0, 12);
        this.opened = opened;
    }

    void write(ShopLocation location, Json json) {
        boolean japan = location.currency().equals("JPY");
        json.object().text("id", location.id()).text("name", location.name());
        address(location, japan, json);
        json.text("timezone", japan ? "Asia/Tokyo" : TIME_ZONES.get(location.number() % TIME_ZONES.size()));
        json.array("capabilities").element("CREDIT_CARD_PROCESSING").element("AUTOMATIC_TRANSFERS");
        if (location.number() % 5 == 3) {
            json.element("HOVER_PAYMENTS");
        }
        json.endArray()
                .text("status", location.active() ? "ACTIVE" : "INACTIVE")
                .time("created_at", opened - (location.number() + 1) * DAY_MILLIS)
                .text("merchant_id", merchantId)
                .text("country", japan ? "JP" : "US")
                .text("language_code", japan ? "ja-JP" : "en-US")
                .text("currency", location.currency())
                .text("business_name", "Summer Shop")
                .text("type", location.number() % 6 == 5 ? "MOBILE" : "PHYSICAL");
        businessHours(json);
        json.text("mcc", "5999");
        if (location.number() % 4 == 1) {
            json.object("drive_through")
                    .flag("enabled", true)
                    .number("lanes", 2)
                    .endObject();
        }
        json.endObject();
    }

    private static void address(ShopLocation location, boolean japan, Json json) {
        Dice dice = Dice.of(location.number(), 33, 0);
        json.object("address")
                .text("address_line_1", (1 + dice.below(990)) + " Example Street")
                .text("locality", japan ? "Tokyo" : "Springfield")
                .text("postal_code", String.valueOf(10_000 + dice.below(89_999)))
                .text("country", japan ? "JP" : "US")
                .endObject();
    }

    private static void businessHours(Json json) {
        json.object("business_hours").array("periods");
        for (String day : DAYS) {
            json.object()
                    .text("day_of_week", day)
                    .text("start_local_time", "09:00:00")
                    .text("end_local_time", "18:30:00")
                    .endObject();
        }
        json.endArray().endObject();
    }
}
