package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.PageCounts;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Categories, locations and inventory counts")
class SmallTypesTest {

    private static TestMirror mirror;

    @BeforeAll
    static void open() {
        mirror = new TestMirror();
    }

    @AfterAll
    static void close() {
        mirror.close();
    }

    @BeforeEach
    void empty() {
        mirror.empty();
    }

    @Test
    void a_category_is_stored_in_columns() {
        mirror.write("categories", """
                {"objects": [{"type": "CATEGORY", "id": "C1", "version": 2, "updated_at": "2026-11-20T10:00:00Z",
                  "category_data": {"name": "Berries", "category_type": "REGULAR_CATEGORY", "parent_category": {"id": "C0"},
                    "is_top_level": false, "root_category": "C0"}}]}
                """);

        assertThat(mirror.rows("select id, version, name, category_type, parent_id, is_top_level, root_category_id,"
                        + " deleted_at, raw ->> 'type' from categories"))
                .containsExactly("(C1,2,Berries,REGULAR_CATEGORY,C0,f,C0,,CATEGORY)");
    }

    @Test
    void a_location_is_stored_in_columns() {
        mirror.write("locations", location("Corner"));

        assertThat(mirror.rows("select id, name, status, type, merchant_id, timezone, currency, country, language_code,"
                        + " created_at, raw ->> 'new_in_2026' from locations"))
                .containsExactly(
                        "(L1,Corner,ACTIVE,PHYSICAL,M1,Europe/Berlin,EUR,DE,de-DE,\"2020-01-01 00:00:00+00\",x)");
    }

    @Test
    void of_a_location_the_state_that_square_showed_last_wins() {
        Instant early = TestMirror.NOW;
        Instant late = early.plusSeconds(1);

        mirror.write("locations", late, location("new"));
        assertThat(mirror.write("locations", early, location("old"))).isEqualTo(new PageCounts(0, 0, 1, 0, 0));
        assertThat(mirror.value("select name from locations")).isEqualTo("new");

        assertThat(mirror.write("locations", late.plusSeconds(1), location("newest")))
                .isEqualTo(new PageCounts(0, 1, 0, 0, 0));
        assertThat(mirror.value("select name from locations")).isEqualTo("newest");
    }

    @Test
    void a_location_in_an_unknown_time_zone_is_parked() {
        assertThat(mirror.write("locations", location("Mars").replace("Europe/Berlin", "Mars/Olympus")))
                .isEqualTo(new PageCounts(0, 0, 0, 0, 1));
        assertThat(mirror.value("select reason from parked_objects")).contains("Mars/Olympus");
    }

    @Test
    void an_inventory_count_has_three_parts_in_its_key_and_exact_decimals() {
        mirror.write("inventory", counts(count("V1", "IN_STOCK", "-2.50000", 1), count("V1", "WASTE", "1", 1)));

        assertThat(mirror.rows(
                        "select catalog_object_id, location_id, state, catalog_object_type, quantity, calculated_at"
                                + " from inventory_counts order by state"))
                .containsExactly(
                        "(V1,L1,IN_STOCK,ITEM_VARIATION,-2.50000,\"2026-11-20 10:00:01+00\")",
                        "(V1,L1,WASTE,ITEM_VARIATION,1,\"2026-11-20 10:00:01+00\")");
    }

    @Test
    void of_inventory_counts_only_those_that_have_not_changed_are_recognised() {
        mirror.write("inventory", counts(count("V1", "IN_STOCK", "5", 1), count("V1", "WASTE", "1", 1)));
        mirror.execute("update inventory_counts set raw = '{}'");

        assertThat(mirror.write("inventory", counts(count("V1", "IN_STOCK", "5", 1), count("V1", "WASTE", "2", 2))))
                .isEqualTo(new PageCounts(0, 1, 1, 0, 0));

        assertThat(mirror.rows("select state, quantity, raw = '{}' from inventory_counts order by state"))
                .containsExactly("(IN_STOCK,5,t)", "(WASTE,2,f)");
    }

    @Test
    void of_an_inventory_count_the_one_calculated_last_wins() {
        mirror.write("inventory", counts(count("V1", "IN_STOCK", "5", 2)));

        assertThat(mirror.write("inventory", counts(count("V1", "IN_STOCK", "9", 1))))
                .isEqualTo(new PageCounts(0, 0, 1, 0, 0));
        assertThat(mirror.write("inventory", counts(count("V1", "IN_STOCK", "4", 3))))
                .isEqualTo(new PageCounts(0, 1, 0, 0, 0));

        assertThat(mirror.value("select quantity from inventory_counts")).isEqualTo("4");
    }

    private static String location(String name) {
        return """
                {"locations": [{"id": "L1", "name": "%s", "status": "ACTIVE", "type": "PHYSICAL", "merchant_id": "M1",
                  "timezone": "Europe/Berlin", "currency": "EUR", "country": "DE", "language_code": "de-DE",
                  "created_at": "2020-01-01T00:00:00Z", "new_in_2026": "x"}]}
                """.formatted(name);
    }

    private static String counts(String... counts) {
        return "{\"counts\": [" + String.join(",", counts) + "]}";
    }

    private static String count(String variation, String state, String quantity, int second) {
        return """
                {"catalog_object_id": "%s", "catalog_object_type": "ITEM_VARIATION", "location_id": "L1", "state": "%s",
                 "quantity": "%s", "calculated_at": "2026-11-20T10:00:%02dZ"}
                """.formatted(variation, state, quantity, second);
    }
}
