package dev.squaresync.fetcher.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.fetcher.ScriptedSquare;
import dev.squaresync.fetcher.ScriptedSquare.Asked;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import dev.squaresync.settings.InvalidSetting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the data types are cut into partitions, and what Square is asked for. */
class ResourcesTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00.123456Z");
    private static final Window LAST_WEEK = new Window(Instant.parse("2026-11-15T01:00:00Z"), NOW);
    private static final Window ALL = new Window(null, NOW);

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    @Test
    void orders_of_every_location_are_read_by_ten_locations_at_most() {
        shopWithLocations(23);

        reader().read("orders", orders -> {
            List<Partition> plan = orders.plan(LAST_WEEK);

            assertThat(plan).allSatisfy(partition -> {
                assertThat(partition.slice().locationIds()).hasSizeBetween(1, 10);
                assertThat(partition.slice().from()).isEqualTo(LAST_WEEK.from());
                assertThat(partition.slice().to()).isEqualTo(NOW);
            });
            assertThat(plan.stream().flatMap(partition -> partition.slice().locationIds().stream()))
                    .containsExactlyInAnyOrderElementsOf(ids(23));
            assertThat(plan.get(0).label()).isEqualTo("locations 1 to 8 of 23, 2026-11-15 to 2026-11-22");
        });
    }

    @Test
    void the_whole_history_of_orders_is_covered_without_a_gap_in_slices_that_are_not_too_many() {
        shopWithLocations(12);

        reader().read("orders", orders -> {
            List<Partition> plan = orders.plan(ALL);

            assertThat(plan).hasSizeBetween(40, 48);
            plan.stream()
                    .collect(
                            Collectors.groupingBy(partition -> partition.slice().locationIds()))
                    .values()
                    .forEach(group -> assertCovered(group, Instant.parse("2009-01-01T00:00:00Z"), NOW));
        });
    }

    @Test
    void a_month_more_than_the_slice_makes_two_slices() {
        shopWithLocations(1);

        reader().read("orders", orders -> {
            List<Partition> plan = orders.plan(new Window(NOW.minus(Duration.ofDays(31)), NOW));

            assertThat(plan).hasSize(2);
            assertCovered(plan, NOW.minus(Duration.ofDays(31)), NOW);
        });
    }

    @Test
    void the_same_plan_made_twice_has_the_same_ids_and_no_two_partitions_share_one() {
        shopWithLocations(12);

        reader().read("orders", orders -> {
            List<Partition> plan = orders.plan(ALL);

            assertThat(orders.plan(ALL)).isEqualTo(plan);
            Set<String> ids = plan.stream().map(Partition::id).collect(Collectors.toCollection(HashSet::new));
            assertThat(ids).hasSameSizeAs(plan).allMatch(id -> id.matches("[0-9a-f]{12}"));
        });
    }

    @Test
    void orders_are_asked_for_by_time_of_change_with_both_ends_and_the_sort_that_square_demands() {
        SQUARE.answer(request -> ScriptedSquare.json("{}"));
        Slice slice = new Slice(List.of("L1", "L2"), List.of(), LAST_WEEK.from(), NOW);

        reader().read("orders", orders -> orders.read(slice, "c1"));

        Asked asked = onlyRequest();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("POST /v2/orders/search");
        assertThat(asked.body())
                .isEqualTo(
                        json(
                                "{\"location_ids\":[\"L1\",\"L2\"],\"cursor\":\"c1\",\"query\":{\"filter\":{\"date_time_filter\":"
                                        + "{\"updated_at\":{\"start_at\":\"2026-11-15T01:00:00Z\",\"end_at\":\"2026-11-22T01:00:00.124Z\"}}},"
                                        + "\"sort\":{\"sort_field\":\"UPDATED_AT\",\"sort_order\":\"ASC\"}},\"limit\":500,\"return_entries\":false}"));
        assertThat(asked.headers().get("Authorization")).containsExactly("Bearer canary-7f3a");
        assertThat(asked.headers().get("Square-version")).containsExactly("2026-08-19");
    }

    @Test
    void the_catalog_is_asked_for_with_its_deleted_objects() {
        SQUARE.answer(request -> ScriptedSquare.json("{}"));

        reader().read("catalog", catalog -> {
            List<Partition> plan = catalog.plan(LAST_WEEK);
            assertThat(plan.stream().flatMap(partition -> partition.slice().objectTypes().stream()))
                    .containsExactly("ITEM", "ITEM_VARIATION");
            catalog.read(plan.get(1).slice(), null);
        });

        assertThat(onlyRequest().path()).isEqualTo("/v2/catalog/search");
        assertThat(onlyRequest().body())
                .isEqualTo(json("{\"object_types\":[\"ITEM_VARIATION\"],\"include_deleted_objects\":true,"
                        + "\"begin_time\":\"2026-11-15T00:59:59.999Z\",\"limit\":1000}"));
    }

    @Test
    void categories_are_read_in_full() {
        SQUARE.answer(request -> ScriptedSquare.json("{}"));

        reader().read(
                        "categories",
                        categories ->
                                categories.read(categories.plan(ALL).get(0).slice(), null));

        assertThat(onlyRequest().body())
                .isEqualTo(json("{\"object_types\":[\"CATEGORY\"],\"include_deleted_objects\":true,\"limit\":1000}"));
    }

    @Test
    void locations_are_one_page() {
        shopWithLocations(3);

        reader().read("locations", locations -> {
            List<Partition> plan = locations.plan(ALL);
            assertThat(plan).hasSize(1);
            assertThat(locations.read(plan.get(0).slice(), null).body().text()).contains("L01", "L02", "L03");
        });

        assertThat(onlyRequest().method() + " " + onlyRequest().path()).isEqualTo("GET /v2/locations");
    }

    @Test
    void inventory_is_read_by_some_locations_and_of_all_states() {
        shopWithLocations(12);

        reader().read("inventory", inventory -> {
            List<Partition> plan = inventory.plan(LAST_WEEK);
            assertThat(plan).hasSize(6);
            assertThat(plan.stream().flatMap(partition -> partition.slice().locationIds().stream()))
                    .containsExactlyInAnyOrderElementsOf(ids(12));
            inventory.read(plan.get(0).slice(), "c");
        });

        assertThat(SQUARE.asked("/v2/inventory/counts/batch-retrieve").get(0).body())
                .isEqualTo(json("{\"location_ids\":[\"L01\",\"L02\"],\"updated_after\":\"2026-11-15T00:59:59.999Z\","
                        + "\"cursor\":\"c\",\"limit\":1000}"));
    }

    @Test
    void a_shop_without_locations_is_not_believed() {
        SQUARE.answer(request -> ScriptedSquare.json("{}"));

        for (String dataType : List.of("orders", "inventory")) {
            reader().read(
                            dataType,
                            resource -> assertThatThrownBy(() -> resource.plan(ALL))
                                    .isInstanceOfSatisfying(
                                            NoLocations.class,
                                            e -> assertThat(e.code()).isEqualTo("no-locations")));
        }
    }

    @Test
    void locations_that_do_not_come_whole_are_not_planned_with() {
        SQUARE.answer(request -> ScriptedSquare.json("{\"locations\":[{\"id\":\"L01\"}],\"cursor\":\"more\"}"));

        for (String dataType : List.of("orders", "inventory")) {
            reader().read(
                            dataType,
                            resource ->
                                    assertThatThrownBy(() -> resource.plan(ALL)).isInstanceOf(LocationsInPages.class));
        }
    }

    @ParameterizedTest
    @CsvSource({"orders, orders", "catalog, objects", "categories, objects"})
    void a_look_up_that_square_cuts_short_is_asked_again(String dataType, String list) {
        SQUARE.answer(request -> ScriptedSquare.json(
                "{\"" + list + "\":[{\"id\":\"1\"}]" + (SQUARE.asked().size() == 1 ? ",\"cursor\":\"more\"}" : "}")));

        reader().read(
                        dataType,
                        resource -> assertThat(resource.lookUp(List.of("1", "2")))
                                .singleElement()
                                .satisfies(page -> assertThat(page.nextCursor()).isNull()));

        assertThat(SQUARE.asked()).hasSize(2);
    }

    @Test
    void a_data_type_that_nobody_reads_is_told_with_those_that_are_known() {
        assertThatThrownBy(() -> reader().read("payments", payments -> {}))
                .isInstanceOf(UnknownDataType.class)
                .hasMessage("The fetcher cannot read 'payments'."
                        + " It knows [catalog, categories, inventory, locations, orders].");
    }

    @Test
    void without_an_access_token_it_does_not_start_and_says_what_to_do() {
        new ApplicationContextRunner()
                .withUserConfiguration(SquareConfiguration.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidSetting.class)
                        .hasMessageContaining("set SQUARE_ACCESS_TOKEN"));
    }

    private static void assertCovered(List<Partition> partitions, Instant from, Instant to) {
        List<Slice> slices = partitions.stream()
                .map(Partition::slice)
                .sorted(Comparator.comparing(Slice::from))
                .toList();
        assertThat(slices.get(0).from()).isEqualTo(from);
        assertThat(slices.get(slices.size() - 1).to()).isEqualTo(to);
        for (int i = 1; i < slices.size(); i++) {
            assertThat(slices.get(i).from()).isEqualTo(slices.get(i - 1).to());
            assertThat(slices.get(i).to()).isAfter(slices.get(i).from());
        }
    }

    private static ReadingSquare reader() {
        return ReadingSquare.from(SQUARE);
    }

    private static Asked onlyRequest() {
        assertThat(SQUARE.asked()).hasSize(1);
        return SQUARE.asked().get(0);
    }

    /** Compared as JSON: the SDK writes its fields in an order that differs from one JVM to the next. */
    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static void shopWithLocations(int number) {
        String locations = ids(number).stream()
                .map(id -> "{\"id\":\"" + id + "\",\"created_at\":\"2024-05-01T10:00:00.5Z\"}")
                .collect(Collectors.joining(","));
        SQUARE.answer(request -> ScriptedSquare.json(
                request.path().equals("/v2/locations") ? "{\"locations\":[" + locations + "]}" : "{}"));
    }

    private static List<String> ids(int number) {
        return IntStream.rangeClosed(1, number).mapToObj("L%02d"::formatted).toList();
    }
}
