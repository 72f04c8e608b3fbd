package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.PageCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private static final String ITEM = """
            {"type": "ITEM", "id": "I1", "version": 3, "updated_at": "2026-11-20T10:00:00Z", "is_deleted": false,
             "item_data": {"name": "Jam", "description": "old", "description_plaintext": "Sweet", "product_type": "REGULAR",
               "categories": [{"id": "C1"}, {"id": "C2"}], "reporting_category": {"id": "C2"}, "is_archived": true,
               "variations": [{"type": "ITEM_VARIATION", "id": "V9", "version": 1}]}}
            """;
    private static final String VARIATION = """
            {"type": "ITEM_VARIATION", "id": "V1", "version": 3, "updated_at": "2026-11-20T10:00:00Z",
             "present_at_all_locations": false,
             "item_variation_data": {"item_id": "I1", "name": "Jar", "sku": "s-1", "upc": "u-1", "ordinal": -2,
               "pricing_type": "FIXED_PRICING", "price_money": {"amount": 450, "currency": "USD"}, "track_inventory": true}}
            """;
    private static final String DELETED_ITEM = """
            {"type": "ITEM", "id": "I1", "version": 5, "updated_at": "2026-11-21T10:00:00Z", "is_deleted": true}
            """;

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
    void an_item_is_stored_whole_and_in_columns() {
        assertThat(write(ITEM)).isEqualTo(new PageCounts(1, 0, 0, 0, 0));

        assertThat(
                        mirror.rows(
                                "select id, version, updated_at, name, description, product_type, category_id,"
                                        + " reporting_category_id, is_archived, present_at_all_locations, deleted_at from catalog_items"))
                .containsExactly("(I1,3,\"2026-11-20 10:00:00+00\",Jam,Sweet,REGULAR,C1,C2,t,t,)");
        assertThat(mirror.value("select raw = '" + ITEM + "'::jsonb from catalog_items"))
                .isEqualTo("true");
    }

    @Test
    void a_variation_is_stored_whole_and_in_columns() {
        assertThat(write(VARIATION)).isEqualTo(new PageCounts(1, 0, 0, 0, 0));

        assertThat(
                        mirror.rows(
                                "select id, version, item_id, name, sku, upc, ordinal, pricing_type, price_money, currency,"
                                        + " track_inventory, present_at_all_locations, deleted_at from catalog_item_variations"))
                .containsExactly("(V1,3,I1,Jar,s-1,u-1,-2,FIXED_PRICING,450,USD,t,f,)");
        assertThat(mirror.value("select raw = '" + VARIATION + "'::jsonb from catalog_item_variations"))
                .isEqualTo("true");
    }

    @Test
    void variations_embedded_in_an_item_are_no_rows() {
        write(ITEM);

        assertThat(mirror.value("select count(*) from catalog_item_variations")).isEqualTo("0");
    }

    @Test
    void a_tombstone_marks_the_row_and_takes_its_columns_over() {
        write(ITEM);

        assertThat(write(DELETED_ITEM)).isEqualTo(new PageCounts(0, 0, 0, 1, 0));

        assertThat(mirror.rows("select version, name, deleted_at from catalog_items"))
                .containsExactly("(5,,\"2026-11-21 10:00:00+00\")");
    }

    @Test
    void a_tombstone_without_a_time_is_a_tombstone_all_the_same() {
        write(
                "{\"id\":\"I1\",\"type\":\"ITEM\",\"version\":9,\"is_deleted\":true}",
                "{\"id\":\"V1\",\"type\":\"ITEM_VARIATION\",\"version\":9,\"is_deleted\":true}");

        assertThat(mirror.value("select deleted_at = fetched_at from catalog_items"))
                .isEqualTo("true");
        assertThat(mirror.value("select deleted_at = fetched_at from catalog_item_variations"))
                .isEqualTo("true");
    }

    @Test
    void a_deleted_item_takes_its_variations_along_whichever_comes_first() {
        write(VARIATION);
        write(DELETED_ITEM);
        assertThat(mirror.value("select deleted_at from catalog_item_variations"))
                .isEqualTo("2026-11-21 10:00:00+00");

        mirror.empty();
        write(DELETED_ITEM);
        write(VARIATION);
        assertThat(mirror.value("select deleted_at from catalog_item_variations"))
                .isEqualTo("2026-11-21 10:00:00+00");
    }

    @Test
    void a_deleted_item_that_comes_again_unchanged_takes_a_new_variation_along() {
        write(DELETED_ITEM);

        assertThat(write(DELETED_ITEM, VARIATION)).isEqualTo(new PageCounts(1, 0, 1, 0, 0));

        assertThat(mirror.value("select deleted_at from catalog_item_variations"))
                .isEqualTo("2026-11-21 10:00:00+00");
    }

    @Test
    void what_has_not_changed_is_recognised_in_whichever_table_it_is() {
        write(ITEM, VARIATION);
        mirror.execute("update catalog_items set raw = '{}'");
        mirror.execute("update catalog_item_variations set raw = '{}'");

        assertThat(write(VARIATION, ITEM)).isEqualTo(new PageCounts(0, 0, 2, 0, 0));

        assertThat(mirror.value("select raw from catalog_items")).isEqualTo("{}");
        assertThat(mirror.value("select raw from catalog_item_variations")).isEqualTo("{}");
    }

    @Test
    void a_variation_that_is_newer_than_the_deletion_of_its_item_lives() {
        write(DELETED_ITEM);
        write(VARIATION.replace("\"version\": 3", "\"version\": 6"));

        assertThat(mirror.value("select deleted_at from catalog_item_variations"))
                .isNull();
    }

    @Test
    void an_item_that_comes_back_brings_its_variations_back() {
        write(VARIATION);
        write(DELETED_ITEM);
        write(ITEM.replace("\"version\": 3", "\"version\": 7"));

        assertThat(mirror.value("select deleted_at from catalog_item_variations"))
                .isNull();
    }

    @Test
    void an_object_of_an_unknown_type_is_parked_and_the_others_are_written() {
        String unknown = "{\"type\": \"HOLOGRAM\", \"id\": \"H1\", \"version\": 1}";

        assertThat(write(ITEM, unknown, VARIATION)).isEqualTo(new PageCounts(2, 0, 0, 0, 1));

        assertThat(mirror.rows("select data_type, object_id, cleaned, convert_from(body, 'UTF8') from parked_objects"))
                .containsExactly("(catalog,H1,f,\"" + unknown.replace("\"", "\"\"") + "\")");
        assertThat(mirror.value("select reason from parked_objects")).contains("catalog_items_hold_items_only");
    }

    private static PageCounts write(String... objects) {
        return mirror.write("catalog", "{\"objects\": [" + String.join(",", objects) + "]}");
    }
}
