package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.PageCounts;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Odd input of every data type")
class OddInputTest {

    private static final Map<String, String> ARRAYS = Map.of(
            "orders",
            "orders",
            "catalog",
            "objects",
            "categories",
            "objects",
            "locations",
            "locations",
            "inventory",
            "counts");
    private static final Map<String, String> GOOD = Map.of(
            "orders", "{'id': 'GOOD'}",
            "catalog", "{'type': 'ITEM', 'id': 'GOOD'}",
            "categories", "{'type': 'CATEGORY', 'id': 'GOOD'}",
            "locations", "{'id': 'GOOD'}",
            "inventory", "{'catalog_object_id': 'GOOD', 'location_id': 'L', 'state': 'IN_STOCK'}");

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

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "orders     | version beyond 2^63    | 22003 | {'id': 'BAD', 'version': 9223372036854775808}",
                "orders     | money below -2^63      | 22003 | {'id': 'BAD', 'total_money': {'amount': -9223372036854775809}}",
                "orders     | quantity in words      | 22P02 | {'id': 'BAD', 'line_items': [{'quantity': 'some'}]}",
                "orders     | closed in year 9999    | 23514 | {'id': 'BAD', 'closed_at': '9999-12-31T23:59:59Z'}",
                "catalog    | version beyond 2^63    | 22003 | {'type': 'ITEM', 'id': 'BAD', 'version': 9223372036854775808}",
                "catalog    | version with decimals  | 22P02 | {'type': 'ITEM', 'id': 'BAD', 'version': 1.5}",
                "catalog    | price beyond 2^63      | 22003 | {'type': 'ITEM_VARIATION', 'id': 'BAD', 'item_variation_data': {'price_money': {'amount': 1e19}}}",
                "catalog    | price with decimals    | 22P02 | {'type': 'ITEM_VARIATION', 'id': 'BAD', 'item_variation_data': {'price_money': {'amount': 4.5}}}",
                "catalog    | year 9999              | 23514 | {'type': 'ITEM', 'id': 'BAD', 'updated_at': '9999-01-01T00:00:00Z'}",
                "catalog    | a day that is none     | 22008 | {'type': 'ITEM_VARIATION', 'id': 'BAD', 'updated_at': '2026-02-30T00:00:00Z'}",
                "catalog    | a doubtful tombstone   | 22P02 | {'type': 'ITEM', 'id': 'BAD', 'is_deleted': 'perhaps'}",
                "catalog    | no type                | 23502 | {'id': 'BAD'}",
                "catalog    | null for an id         | 23502 | {'type': 'ITEM', 'id': null}",
                "catalog    | an unknown type        | 23514 | {'type': 'HOLOGRAM', 'id': 'BAD'}",
                "categories | an object of catalog   | 23514 | {'type': 'ITEM', 'id': 'BAD'}",
                "categories | version beyond 2^63    | 22003 | {'type': 'CATEGORY', 'id': 'BAD', 'version': 9223372036854775808}",
                "categories | year 9999              | 23514 | {'type': 'CATEGORY', 'id': 'BAD', 'updated_at': '9999-01-01T00:00:00Z'}",
                "categories | null for an id         | 23502 | {'type': 'CATEGORY', 'id': null}",
                "locations  | year 9999              | 23514 | {'id': 'BAD', 'created_at': '9999-01-01T00:00:00Z'}",
                "locations  | a time that is none    | 22007 | {'id': 'BAD', 'created_at': 'soon'}",
                "locations  | null for an id         | 23502 | {'id': null}",
                "inventory  | no number              | 23514 | {'catalog_object_id': 'BAD', 'location_id': 'L', 'state': 'S', 'quantity': 'NaN'}",
                "inventory  | quantity in words      | 22P02 | {'catalog_object_id': 'BAD', 'location_id': 'L', 'state': 'S', 'quantity': 'some'}",
                "inventory  | year 9999              | 23514 | {'catalog_object_id': 'BAD', 'location_id': 'L', 'state': 'S', 'calculated_at': '9999-01-01T00:00:00Z'}",
                "inventory  | null for a state       | 23502 | {'catalog_object_id': 'BAD', 'location_id': 'L', 'state': null}",
            })
    void is_parked_with_the_reason_and_the_rest_of_the_page_is_written(
            String dataType, String what, String sqlState, String bad) {
        assertThat(write(dataType, GOOD.get(dataType), bad)).isEqualTo(new PageCounts(1, 0, 0, 0, 1));

        assertThat(mirror.value("select reason from parked_objects")).endsWith("(" + sqlState + ")");
        assertThat(mirror.value("select convert_from(body, 'UTF8') from parked_objects"))
                .isEqualTo(json(bad));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "orders     | the least money        | {'id': 'O', 'total_money': {'amount': -9223372036854775808}}       | total_money from orders          | -9223372036854775808",
                "orders     | negative money         | {'id': 'O', 'net_amounts': {'total_money': {'amount': -450}}}      | net_total_money from orders      | -450",
                "orders     | a small quantity       | {'id': 'O', 'line_items': [{'quantity': '0.00001'}]}               | quantity from order_line_items   | 0.00001",
                "orders     | an unknown state       | {'id': 'O', 'state': 'FROZEN'}                                     | state from orders                | FROZEN",
                "orders     | an unknown field       | {'id': 'O', 'mood': {'of': 'day'}}                                 | raw #>> '{mood,of}' from orders  | day",
                "orders     | an unknown tender      | {'id': 'O', 'tenders': [{'type': 'BARTER'}]}                       | type from order_tenders          | BARTER",
                "catalog    | a negative price       | {'type': 'ITEM_VARIATION', 'id': 'V', 'item_variation_data': {'price_money': {'amount': -1}}} | price_money from catalog_item_variations | -1",
                "catalog    | an unknown product     | {'type': 'ITEM', 'id': 'I', 'item_data': {'product_type': 'DREAM'}} | product_type from catalog_items | DREAM",
                "catalog    | an unknown field       | {'type': 'ITEM', 'id': 'I', 'mood': 'good'}                        | raw ->> 'mood' from catalog_items | good",
                "catalog    | null for its data      | {'type': 'ITEM', 'id': 'I', 'item_data': null}                     | count(*) from catalog_items      | 1",
                "categories | an unknown kind        | {'type': 'CATEGORY', 'id': 'C', 'category_data': {'category_type': 'SECRET'}} | category_type from categories | SECRET",
                "categories | null for its data      | {'type': 'CATEGORY', 'id': 'C', 'category_data': null}             | count(*) from categories         | 1",
                "locations  | an unknown status      | {'id': 'L', 'status': 'FLOODED'}                                   | status from locations            | FLOODED",
                "locations  | null for a name        | {'id': 'L', 'name': null, 'timezone': null}                        | count(*) from locations          | 1",
                "inventory  | an unknown state       | {'catalog_object_id': 'V', 'location_id': 'L', 'state': 'IN_ORBIT'} | state from inventory_counts     | IN_ORBIT",
                "inventory  | null for a quantity    | {'catalog_object_id': 'V', 'location_id': 'L', 'state': 'S', 'quantity': null} | count(*) from inventory_counts | 1",
                "inventory  | more than a double     | {'catalog_object_id': 'V', 'location_id': 'L', 'state': 'S', 'quantity': '-12345678901234567890.00001'} | quantity from inventory_counts | -12345678901234567890.00001",
            })
    void is_stored_exactly(String dataType, String what, String object, String stored, String expected) {
        assertThat(write(dataType, object)).isEqualTo(new PageCounts(1, 0, 0, 0, 0));

        assertThat(mirror.value("select " + stored)).isEqualTo(expected);
        assertThat(mirror.value("select count(*) from parked_objects")).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "catalog    | {'type': 'ITEM', 'id': 'I', 'item_data': {'name': '?'}}              | name from catalog_items",
                "catalog    | {'type': 'ITEM_VARIATION', 'id': 'V', 'item_variation_data': {'name': '?'}} | name from catalog_item_variations",
                "categories | {'type': 'CATEGORY', 'id': 'C', 'category_data': {'name': '?'}}      | name from categories",
                "locations  | {'id': 'L', 'name': '?'}                                             | name from locations",
                "inventory  | {'catalog_object_id': '?', 'location_id': 'L', 'state': 'S'}         | catalog_object_id from inventory_counts",
                "orders     | {'id': 'O', 'line_items': [{'name': '?'}]}                           | name from order_line_items",
            })
    void names_with_characters_that_cannot_be_stored_are_cleaned_and_flagged(
            String dataType, String object, String name) {
        for (String character : new String[] {"\\u0000", "\\ud83d", "\\udc00"}) {
            mirror.empty();

            assertThat(write(dataType, GOOD.get(dataType), object.replace("?", "a" + character)))
                    .isEqualTo(new PageCounts(2, 0, 0, 0, 0));

            assertThat(mirror.rows("select " + name)).anyMatch(row -> row.contains("a\ufffd"));
            assertThat(mirror.rows("select data_type, cleaned from parked_objects"))
                    .containsExactly("(" + dataType + ",t)");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "catalog    | {'type': 'ITEM', 'id': 'BAD', 'item_data': {'name': '?'}}",
                "categories | {'type': 'CATEGORY', 'id': 'BAD', 'category_data': {'name': '?'}}",
                "locations  | {'id': 'BAD', 'name': '?'}",
                "inventory  | {'catalog_object_id': 'BAD', 'location_id': 'L', 'state': 'S', 'note': '?'}",
            })
    void a_name_of_10_megabytes_is_parked(String dataType, String object) {
        assertThat(write(dataType, GOOD.get(dataType), object.replace("?", "x".repeat(10_000_000))))
                .isEqualTo(new PageCounts(1, 0, 0, 0, 1));

        assertThat(mirror.value("select reason from parked_objects")).contains("_size_is_sane");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "orders     | {'id': 'O', 'version': ?, 'state': 's?'}                                   | state from orders",
                "catalog    | {'type': 'ITEM', 'id': 'I', 'version': ?, 'item_data': {'name': 's?'}}     | name from catalog_items",
                "categories | {'type': 'CATEGORY', 'id': 'C', 'version': ?, 'category_data': {'name': 's?'}} | name from categories",
                "locations  | {'id': 'L', 'name': 's?'}                                                  | name from locations",
                "inventory  | {'catalog_object_id': 'V', 'location_id': 'L', 'state': 'S', 'calculated_at': '2026-11-20T10:00:0?Z', 'note': 's?'} | raw ->> 'note' from inventory_counts",
            })
    void of_the_same_key_twice_in_a_page_the_newer_state_wins(String dataType, String object, String state) {
        assertThat(write(dataType, object.replace("?", "2"), object.replace("?", "1")))
                .isEqualTo(new PageCounts(1, 0, 1, 0, 0));

        assertThat(mirror.value("select " + state)).isEqualTo("s2");
    }

    @Test
    void a_tombstone_of_a_category_is_kept_and_stays_when_an_older_state_comes() {
        write("categories", "{'type': 'CATEGORY', 'id': 'C', 'version': 6, 'is_deleted': true}");

        assertThat(write("categories", "{'type': 'CATEGORY', 'id': 'C', 'version': 5}"))
                .isEqualTo(new PageCounts(0, 0, 1, 0, 0));
        assertThat(mirror.value("select deleted_at is not null from categories"))
                .isEqualTo("true");
    }

    private static PageCounts write(String dataType, String... objects) {
        return mirror.write(dataType, "{\"" + ARRAYS.get(dataType) + "\": [" + json(String.join(",", objects)) + "]}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
