package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.body;
import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CatalogTest {
    private static final String SEARCH = "/v2/catalog/search";
    private static final String GOODS = "{'object_types':['ITEM','ITEM_VARIATION'],'limit':1000";

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
    void all_goods_deleted_ones_included_are_what_the_truth_has() {
        List<JsonNode> goods = client.all(SEARCH, body(GOODS + ",'include_deleted_objects':true}"), "objects");
        assertThat(goods.stream().map(JsonNode::toString))
                .containsExactlyElementsOf(shop.control.truth("catalog").stream()
                        .map(line -> SquareClient.JSON.readTree(line).toString())
                        .toList());
        assertThat(goods).anyMatch(CatalogTest::isDeleted);
    }

    @Test
    void a_listing_has_100_objects_a_page_and_none_that_is_deleted() {
        JsonNode first = ok(client.get("/v2/catalog/list?types=ITEM,item_variation"));
        assertThat(first.path("objects")).hasSize(100).noneMatch(CatalogTest::isDeleted);
    }

    @Test
    void variations_are_listed_only_when_named() {
        assertThat(ok(client.get("/v2/catalog/list")).path("objects"))
                .noneMatch(object -> object.path("type").asString().equals("ITEM_VARIATION"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -5, 1001})
    void a_limit_out_of_range_is_ignored(int limit) {
        JsonNode reply =
                ok(client.post(SEARCH, body("{'object_types':['ITEM']}").put("limit", limit)));
        assertThat(reply.path("objects")).hasSize(100);
    }

    @Test
    void what_changed_exactly_at_the_begin_time_is_not_told() {
        shop.control.change(ShopChanges.of(Change.CATEGORIES, 3));
        String latest = ok(client.post(SEARCH, GOODS + "}")).path("latest_time").asString();
        assertThat(latest).isEqualTo("2026-06-24T02:00:00Z");
        assertThat(ok(client.post(SEARCH, "{'begin_time':'" + latest + "'}")).has("objects"))
                .isFalse();
        assertThat(ok(client.post(SEARCH, "{'begin_time':'2026-06-24T01:59:59.999Z'}"))
                        .path("objects"))
                .hasSize(3);
    }

    @Test
    void deleting_an_item_deletes_its_variations_and_takes_them_out_of_it() {
        shop.control.change(ShopChanges.of(Change.DELETE_ITEMS, 2));
        String query = "{'object_types':['ITEM','ITEM_VARIATION'],'begin_time':'2026-06-24T01:59:59Z'}";
        List<JsonNode> changed = client.all(SEARCH, body(query), "objects");

        List<JsonNode> items = changed.stream()
                .filter(object -> object.path("type").asString().equals("ITEM"))
                .toList();
        assertThat(items).hasSize(2).allSatisfy(item -> {
            assertThat(isDeleted(item)).isTrue();
            assertThat(item.path("item_data").has("variations")).isFalse();
            assertThat(changed)
                    .anyMatch(object -> object.at("/item_variation_data/item_id")
                            .asString("")
                            .equals(item.path("id").asString()));
        });
        assertThat(changed).allMatch(CatalogTest::isDeleted);
    }

    @Test
    void a_change_gives_new_versions_to_what_it_touched_and_to_nothing_else() {
        long before = versions("1970-01-01T00:00:00Z").size();
        shop.clock.advance(Duration.ofHours(1));
        shop.control.change(ShopChanges.of(Change.ITEMS, 5));
        List<JsonNode> changed = versions("2026-06-24T02:30:00Z");

        assertThat(changed).hasSizeBetween(5, 10);
        assertThat(changed.stream()
                        .map(object -> object.path("version").asLong())
                        .distinct())
                .hasSize(1);
        assertThat(versions("1970-01-01T00:00:00Z")).hasSize((int) before);
    }

    private List<JsonNode> versions(String beginTime) {
        return client.all(SEARCH, body(GOODS + ",'begin_time':'" + beginTime + "'}"), "objects");
    }

    @Test
    void the_path_to_the_root_and_deleted_objects_cannot_be_asked_for_together() {
        String both = "{'include_deleted_objects':true,'include_category_path_to_root':true}";
        refused(client.post(SEARCH, both), 400, "CONFLICTING_PARAMETERS");
        JsonNode categories =
                ok(client.post(SEARCH, "{'object_types':['CATEGORY'],'include_category_path_to_root':true}"));
        assertThat(categories.path("objects"))
                .anyMatch(category -> category.at("/category_data/path_to_root").size() == 2);
    }

    @Test
    void related_objects_come_with_those_that_point_to_them() {
        String query = "{'object_types':['ITEM_VARIATION'],'limit':10,'include_related_objects':true}";
        assertThat(ok(client.post(SEARCH, query)).path("related_objects"))
                .isNotEmpty()
                .allMatch(object -> object.path("type").asString().equals("ITEM"));
    }

    @Test
    void deleted_objects_are_found_by_id_when_asked_for() {
        String deleted = shop.control.truth("catalog").stream()
                .map(SquareClient.JSON::readTree)
                .filter(CatalogTest::isDeleted)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        String ids = "{'object_ids':['" + deleted + "','NO-SUCH-OBJECT']";
        assertThat(ok(client.post("/v2/catalog/batch-retrieve", ids + "}")).has("objects"))
                .isFalse();
        assertThat(ok(client.post("/v2/catalog/batch-retrieve", ids + ",'include_deleted_objects':true}"))
                        .path("objects"))
                .hasSize(1);
    }

    @Test
    void an_object_of_a_type_that_no_client_knows_appears_among_the_items_when_the_shop_is_set_so() {
        try (SimulatedShop odd = new SimulatedShop(ShopSettings::withUnknownCatalogType)) {
            assertThat(ok(odd.client.get("/v2/catalog/list?types=ITEM")).path("objects"))
                    .anyMatch(object -> object.path("type").asString().equals("HOLOGRAM"));
            assertThat(odd.control.truth("catalog")).anyMatch(line -> line.contains("\"type\":\"HOLOGRAM\""));
        }
        assertThat(shop.control.truth("catalog")).noneMatch(line -> line.contains("HOLOGRAM"));
    }

    private static boolean isDeleted(JsonNode object) {
        return object.path("is_deleted").asBoolean();
    }
}
