package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.body;
import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class InventoryTest {
    private static final String COUNTS = "/v2/inventory/counts/batch-retrieve";

    private SimulatedShop shop;
    private SquareClient client;

    @BeforeEach
    void open() {
        shop = new SimulatedShop();
        client = shop.client;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void all_counts_come_newest_first_and_once_and_as_the_truth_has_them() {
        List<JsonNode> counts = client.all(COUNTS, body("{'limit':1000}"), "counts");
        assertThat(counts.stream().map(InventoryTest::calculatedAt)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(counts.stream().map(JsonNode::toString))
                .containsExactlyInAnyOrderElementsOf(shop.control.truth("inventory"));
        assertThat(counts.stream().map(InventoryTest::key)).doesNotHaveDuplicates();
    }

    @Test
    void quantities_can_have_decimals_and_be_below_zero_and_states_can_be_unknown() {
        List<String> truth = shop.control.truth("inventory");
        assertThat(truth)
                .anyMatch(line -> line.matches(".*\"quantity\":\"\\d+\\.\\d{5}\".*"))
                .anyMatch(line -> line.contains("\"quantity\":\"-"))
                .anyMatch(line -> line.contains("\"state\":\"ORBITING\""));
    }

    @Test
    void a_count_that_changes_while_pages_are_read_is_missed_and_found_by_its_time_later() {
        ObjectNode query = body("{'limit':100}");
        String cursor = ok(client.post(COUNTS, query)).path("cursor").asString();
        shop.clock.advance(Duration.ofSeconds(5));
        shop.control.change(ShopChanges.of(Change.INVENTORY, 40));

        List<JsonNode> rest = client.all(COUNTS, query.put("cursor", cursor), "counts");
        List<JsonNode> changed = client.all(COUNTS, body("{'updated_after':'2026-06-24T02:00:00Z'}"), "counts");

        assertThat(changed).hasSizeBetween(35, 40);
        assertThat(rest.stream().map(InventoryTest::key))
                .doesNotContainAnyElementsOf(
                        changed.stream().map(InventoryTest::key).toList());
    }

    @Test
    void the_time_after_which_counts_are_wanted_is_exclusive() {
        shop.control.change(ShopChanges.of(Change.INVENTORY, 1));
        assertThat(ok(client.post(COUNTS, "{'updated_after':'2026-06-24T02:00:00Z'}"))
                        .has("counts"))
                .isFalse();
        assertThat(ok(client.post(COUNTS, "{'updated_after':'2026-06-24T01:59:59.999Z'}"))
                        .path("counts"))
                .hasSize(1);
    }

    @Test
    void locations_states_and_objects_filter() {
        String location = client.locationIds().get(0);
        String query = "{'location_ids':['" + location + "'],'states':['WASTE','SOLD']}";
        assertThat(client.all(COUNTS, body(query), "counts")).isNotEmpty().allSatisfy(count -> {
            assertThat(count.path("state").asString()).isEqualTo("WASTE");
            assertThat(count.path("location_id").asString()).isEqualTo(location);
        });
        String object = SquareClient.JSON
                .readTree(shop.control.truth("inventory").get(0))
                .path("catalog_object_id")
                .asString();
        assertThat(client.all(
                        COUNTS, body("{'catalog_object_ids':['" + object + "'],'states':['IN_STOCK']}"), "counts"))
                .hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({"0,VALUE_TOO_LOW", "1001,VALUE_TOO_HIGH"})
    void a_limit_out_of_range_is_refused(int limit, String code) {
        refused(client.post(COUNTS, body("{}").put("limit", limit)), 400, code);
    }

    @Test
    void new_items_are_counted_in_every_location() {
        shop.control.change(ShopChanges.of(Change.NEW_ITEMS, 1));
        List<JsonNode> counts = client.all(COUNTS, body("{'updated_after':'2026-06-24T01:59:59Z'}"), "counts");
        assertThat(counts.size()).isGreaterThanOrEqualTo(12).matches(size -> size % 12 == 0);
    }

    private static Instant calculatedAt(JsonNode count) {
        return Instant.parse(count.path("calculated_at").asString());
    }

    private static String key(JsonNode count) {
        return count.path("catalog_object_id").asString()
                + count.path("location_id").asString()
                + count.path("state").asString();
    }
}
