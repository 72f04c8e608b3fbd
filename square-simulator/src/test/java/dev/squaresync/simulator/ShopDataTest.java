package dev.squaresync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The shop as it is without any setting. */
class ShopDataTest {
    private static final List<String> DATA_TYPES = List.of("orders", "catalog", "categories", "locations", "inventory");

    private static SimulatedShop shop;
    private static List<String> lines;
    private static List<JsonNode> orders;

    @BeforeAll
    static void open() {
        shop = new SimulatedShop(settings -> settings.withSize(ShopSettings.DEFAULT_SIZE));
        lines = shop.control.truth("orders");
        orders = lines.stream().limit(12_000).map(SquareClient.JSON::readTree).toList();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void has_30391_orders_with_about_83000_lines_in_twelve_locations() {
        assertThat(lines).hasSize(30_391);
        assertThat(lines.stream().mapToInt(ShopDataTest::lineItems).sum()).isBetween(82_000, 85_000);
        assertThat(shop.control.truth("locations")).hasSize(12);
        assertThat(lines.stream().map(line -> line.substring(0, 40))).doesNotHaveDuplicates();
    }

    @Test
    void about_three_percent_of_the_orders_are_returns_of_earlier_ones() {
        assertThat(orders.stream().filter(order -> order.has("returns")))
                .hasSizeBetween(300, 420)
                .allMatch(order -> order.at("/refunds/0/amount_money/amount").asLong() > 0);
        assertThat(distinct("/id")).containsAll(distinct("/returns/0/source_order_id"));
    }

    @Test
    void has_what_clients_trip_over() {
        assertThat(distinct("/state")).contains("OPEN", "COMPLETED", "CANCELED", "AWAITING_SUNSHINE");
        assertThat(orders.stream().filter(order -> !order.has("version"))).hasSizeGreaterThan(400);
        assertThat(lines)
                .anyMatch(line -> line.contains("\"currency\":\"JPY\""))
                .anyMatch(line -> line.matches(".*\"updated_at\":\"[^\"]*:\\d\\d\\.\\d\\d?Z\".*"))
                .anyMatch(line -> line.matches(".*\"updated_at\":\"[^\"]*:\\d\\dZ\".*"))
                .anyMatch(line -> line.contains("+02:00\""))
                .anyMatch(line -> line.contains("queue_insight"))
                .anyMatch(line -> line.contains("kitchen_hint"))
                .anyMatch(line -> line.contains("\"type\":\"SEASHELLS\""))
                .anyMatch(line -> line.contains("CUSTOM_AMOUNT"))
                .anyMatch(line -> line.contains("<img src=x onerror=alert(1)>"))
                .anyMatch(line -> line.contains("</script>"));
        assertThat(lines.stream().filter(line -> line.contains("\"quantity\":null")))
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.contains("\"location_id\":null")))
                .hasSize(1);
    }

    @Test
    void some_amounts_do_not_fit_32_bits() {
        assertThat(orders.stream()
                        .mapToLong(order -> order.at("/total_money/amount").asLong()))
                .anyMatch(amount -> amount > Integer.MAX_VALUE);
    }

    @Test
    void some_orders_arrive_days_late_but_never_more_than_three() {
        assertThat(orders.stream().map(order -> Duration.between(time(order, "created_at"), time(order, "updated_at"))))
                .anyMatch(late -> late.compareTo(Duration.ofHours(48)) > 0)
                .allMatch(late -> late.compareTo(Duration.ofHours(72)) <= 0 && !late.isNegative());
    }

    @Test
    void some_lines_point_to_variations_that_are_deleted() {
        Set<String> deleted = new HashSet<>();
        shop.control.truth("catalog").stream()
                .map(SquareClient.JSON::readTree)
                .filter(object -> object.path("is_deleted").asBoolean())
                .forEach(object -> deleted.add(object.path("id").asString()));
        assertThat(distinct("/line_items/0/catalog_object_id")).containsAnyElementsOf(deleted);
    }

    @Test
    void lines_tax_service_and_tip_add_up_to_what_was_paid() {
        for (JsonNode order : orders) {
            long lineTotals = 0;
            for (JsonNode line : order.path("line_items")) {
                lineTotals += line.at("/total_money/amount").asLong();
            }
            long total = order.at("/total_money/amount").asLong();
            long extras = order.at("/total_tip_money/amount").asLong()
                    + order.at("/total_service_charge_money/amount").asLong();
            assertThat(lineTotals + extras).as(order.path("id").asString()).isEqualTo(total);
            if (order.has("tenders")) {
                long paid = 0;
                for (JsonNode tender : order.path("tenders")) {
                    paid += tender.at("/amount_money/amount").asLong();
                }
                assertThat(paid).isEqualTo(total);
            }
        }
    }

    @Test
    void the_same_settings_and_changes_give_the_same_bytes_and_another_seed_gives_others() {
        assertThat(changedTruth(1)).isEqualTo(changedTruth(1)).isNotEqualTo(changedTruth(2));
    }

    private static List<String> changedTruth(long seed) {
        try (SimulatedShop same = new SimulatedShop(settings -> settings.withSeed(seed))) {
            same.control.change(ShopChanges.of(Change.ORDERS, 30)
                    .and(Change.NEW_ORDERS, 5)
                    .and(Change.ITEMS, 5)
                    .and(Change.NEW_ITEMS, 2)
                    .and(Change.DELETE_ITEMS, 2)
                    .and(Change.CATEGORIES, 2)
                    .and(Change.NEW_CATEGORIES, 1)
                    .and(Change.DELETE_CATEGORIES, 1)
                    .and(Change.LOCATIONS, 1)
                    .and(Change.INVENTORY, 30));
            List<String> truth = new ArrayList<>();
            DATA_TYPES.forEach(dataType -> truth.addAll(same.control.truth(dataType)));
            return truth;
        }
    }

    private static int lineItems(String order) {
        return order.split("\"variation_total_price_money\"", -1).length - 1;
    }

    private static Set<String> distinct(String pointer) {
        Set<String> values = new HashSet<>();
        orders.stream()
                .map(order -> order.at(pointer))
                .filter(JsonNode::isString)
                .forEach(value -> values.add(value.asString()));
        return values;
    }

    private static Instant time(JsonNode order, String field) {
        return OffsetDateTime.parse(order.path(field).asString()).toInstant();
    }
}
