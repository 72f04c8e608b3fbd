package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OrderSearchTest {
    private static final String SEARCH = "/v2/orders/search";

    private SimulatedShop shop;
    private SquareClient client;
    private List<String> locations;
    private List<String> tenLocations;

    @BeforeEach
    void open() {
        shop = new SimulatedShop();
        client = shop.client;
        locations = client.locationIds();
        tenLocations = locations.subList(0, 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void walking_all_groups_of_ten_locations_gives_each_order_once_and_as_the_truth_has_it() {
        List<JsonNode> walked = new ArrayList<>();
        walked.addAll(client.all(SEARCH, client.orderSearch(tenLocations, 300), "orders"));
        walked.addAll(client.all(SEARCH, client.orderSearch(locations.subList(10, 12), 300), "orders"));

        assertThat(walked.stream().map(JsonNode::toString))
                .hasSize(2_000)
                .containsExactlyInAnyOrderElementsOf(shop.control.truth("orders").stream()
                        .map(line -> SquareClient.JSON.readTree(line).toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"CREATED_AT,created_at", "UPDATED_AT,updated_at", "CLOSED_AT,closed_at"})
    void every_sort_field_sorts_and_loses_nothing(String sortField, String field) {
        ObjectNode search = SquareClient.body("{'query':{'filter':{'state_filter':{'states':['COMPLETED','CANCELED']}},"
                + "'sort':{'sort_field':'" + sortField + "'}}}");
        tenLocations.forEach(search.putArray("location_ids")::add);

        List<JsonNode> orders = client.all(SEARCH, search, "orders");

        assertThat(orders.stream()
                        .map(order -> OffsetDateTime.parse(order.path(field).asString())
                                .toInstant()))
                .hasSizeGreaterThan(1_500)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(new HashSet<>(orders)).hasSameSizeAs(orders);
    }

    @Test
    void eleven_locations_are_refused() {
        refused(client.post(SEARCH, client.orderSearch(locations.subList(0, 11), 10)), 400, "ARRAY_LENGTH_TOO_LONG");
    }

    @Test
    void no_location_is_refused() {
        refused(client.post(SEARCH, client.orderSearch(List.of(), 10)), 400, "MISSING_REQUIRED_PARAMETER");
    }

    @ParameterizedTest
    @CsvSource({"1001,VALUE_TOO_HIGH", "0,VALUE_TOO_LOW", "-1,VALUE_TOO_LOW"})
    void a_limit_out_of_range_is_refused(int limit, String code) {
        refused(client.post(SEARCH, client.orderSearch(tenLocations, limit)), 400, code);
    }

    @Test
    void a_page_holds_500_orders_unless_told_otherwise() {
        ObjectNode search = client.orderSearch(tenLocations, 1);
        search.remove("limit");
        assertThat(ok(client.post(SEARCH, search)).path("orders")).hasSize(500);
    }

    @Test
    void filtering_by_a_time_without_sorting_by_it_is_refused() {
        ObjectNode search = client.orderSearch(tenLocations, 10);
        ((ObjectNode) search.path("query")).remove("sort");
        refused(client.post(SEARCH, search), 400, "BAD_REQUEST");
    }

    @Test
    void sorting_by_the_closing_time_while_open_orders_can_match_is_refused() {
        ObjectNode search = SquareClient.body("{'query':{'sort':{'sort_field':'CLOSED_AT'}}}");
        tenLocations.forEach(search.putArray("location_ids")::add);
        refused(client.post(SEARCH, search), 400, "BAD_REQUEST");
    }

    @Test
    void the_newest_order_comes_first_unless_told_otherwise() {
        ObjectNode search = SquareClient.body("{'limit':200}");
        tenLocations.forEach(search.putArray("location_ids")::add);
        List<OffsetDateTime> created = new ArrayList<>();
        ok(client.post(SEARCH, search))
                .path("orders")
                .forEach(order -> created.add(
                        OffsetDateTime.parse(order.path("created_at").asString())));
        assertThat(created.stream().map(OffsetDateTime::toInstant)).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void both_ends_of_a_range_of_time_belong_to_it() {
        JsonNode orders =
                ok(client.post(SEARCH, client.orderSearch(tenLocations, 3))).path("orders");
        String first = orders.at("/0/updated_at").asString();
        String third = orders.at("/2/updated_at").asString();
        ObjectNode search = client.orderSearch(tenLocations, 10);
        ((ObjectNode) search.at("/query/filter/date_time_filter/updated_at"))
                .put("start_at", first)
                .put("end_at", third);

        assertThat(ok(client.post(SEARCH, search)).path("orders")).hasSize(3);
    }

    @Test
    void an_end_before_the_start_is_refused() {
        ObjectNode search = client.orderSearch(tenLocations, 10);
        ((ObjectNode) search.at("/query/filter/date_time_filter/updated_at")).put("end_at", "1999-01-01T00:00:00Z");
        refused(client.post(SEARCH, search), 400, "INVALID_TIME_RANGE");
    }

    @Test
    void what_is_not_a_time_is_refused() {
        ObjectNode search = client.orderSearch(tenLocations, 10);
        ((ObjectNode) search.at("/query/filter/date_time_filter/updated_at")).put("end_at", "yesterday");
        refused(client.post(SEARCH, search), 400, "INVALID_TIME");
    }

    @Test
    void two_filtered_times_are_refused() {
        ObjectNode search = client.orderSearch(tenLocations, 10);
        ((ObjectNode) search.at("/query/filter/date_time_filter")).putObject("created_at");
        refused(client.post(SEARCH, search), 400, "CONFLICTING_PARAMETERS");
    }

    @Test
    void a_field_that_square_does_not_know_is_refused() {
        refused(
                client.post(SEARCH, client.orderSearch(tenLocations, 10).put("page", 2)),
                400,
                "UNKNOWN_BODY_PARAMETER");
    }

    @Test
    void an_open_end_is_fixed_when_the_first_page_is_read() {
        ObjectNode search = client.orderSearch(tenLocations, 1000);
        String cursor = ok(client.post(SEARCH, search)).path("cursor").asString();
        shop.clock.advance(Duration.ofSeconds(1));
        shop.control.change(ShopChanges.of(Change.NEW_ORDERS, 50));

        List<JsonNode> rest = client.all(SEARCH, search.put("cursor", cursor), "orders");
        search.remove("cursor");

        assertThat(rest).noneMatch(order -> isNew(order));
        assertThat(client.all(SEARCH, search, "orders")).anyMatch(order -> isNew(order));
    }

    private static boolean isNew(JsonNode order) {
        return OffsetDateTime.parse(order.path("updated_at").asString())
                .toInstant()
                .isAfter(SimulatedShop.NOW);
    }

    @Test
    void entries_tell_only_id_version_and_location() {
        ObjectNode search = client.orderSearch(tenLocations, 50).put("return_entries", true);
        JsonNode reply = ok(client.post(SEARCH, search));
        assertThat(reply.has("orders")).isFalse();
        assertThat(reply.path("order_entries"))
                .hasSize(50)
                .allSatisfy(entry -> assertThat(entry.propertyNames())
                        .contains("order_id", "location_id")
                        .isSubsetOf("order_id", "version", "location_id"));
    }

    @Test
    void orders_are_found_by_id_one_or_up_to_a_hundred_and_unknown_ids_are_left_out() {
        List<String> truth = shop.control.truth("orders");
        ObjectNode ids = SquareClient.body("{}");
        var array = ids.putArray("order_ids").add("NO-SUCH-ORDER");
        truth.subList(0, 99)
                .forEach(line ->
                        array.add(SquareClient.JSON.readTree(line).path("id").asString()));

        assertThat(ok(client.post("/v2/orders/batch-retrieve", ids)).path("orders"))
                .hasSize(99);
        array.add("ONE-TOO-MANY");
        refused(client.post("/v2/orders/batch-retrieve", ids), 400, "ARRAY_LENGTH_TOO_LONG");
        String id = array.get(1).asString();
        assertThat(client.get("/v2/orders/" + id).body()).isEqualTo("{\"order\":" + truth.get(0) + "}");
        refused(client.get("/v2/orders/NO-SUCH-ORDER"), 404, "NOT_FOUND");
    }
}
