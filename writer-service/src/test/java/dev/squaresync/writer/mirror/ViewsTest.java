package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The analyst's views")
class ViewsTest {

    private static TestMirror mirror;

    @BeforeAll
    static void open() {
        mirror = new TestMirror();
        mirror.write(
                "locations",
                "{\"locations\": [{\"id\": \"L1\", \"name\": \"Corner\", \"timezone\": \"America/New_York\"}]}");
        mirror.write("catalog", """
                {"objects": [{"type": "ITEM", "id": "I1", "version": 1, "item_data": {"name": "Jam"}},
                  {"type": "ITEM_VARIATION", "id": "V1", "version": 1,
                   "item_variation_data": {"item_id": "I1", "name": "Jar"}}]}
                """);
        mirror.write("orders", """
                {"orders": [
                  {"id": "SALE", "location_id": "L1", "state": "COMPLETED", "closed_at": "2026-11-21T03:00:00Z",
                   "total_money": {"amount": 1000, "currency": "USD"}, "total_tax_money": {"amount": 80, "currency": "USD"},
                   "line_items": [
                     {"uid": "a", "catalog_object_id": "V1", "name": "Old jam", "quantity": "2",
                      "total_money": {"amount": 700, "currency": "USD"}},
                     {"uid": "b", "name": "Custom", "quantity": "1", "total_money": {"amount": 300, "currency": "USD"}}]},
                  {"id": "RETURN", "location_id": "L1", "state": "COMPLETED", "closed_at": "2026-11-21T04:00:00Z",
                   "total_money": {"amount": 0, "currency": "USD"},
                   "return_amounts": {"total_money": {"amount": 350, "currency": "USD"}},
                   "net_amounts": {"total_money": {"amount": -350, "currency": "USD"}},
                   "returns": [{"uid": "r", "return_line_items": [{"uid": "x", "catalog_object_id": "V1", "quantity": "1",
                     "total_money": {"amount": 350, "currency": "USD"}}]}]},
                  {"id": "YEN", "location_id": "L1", "state": "COMPLETED", "closed_at": "2026-11-21T12:00:00Z",
                   "total_money": {"amount": 5, "currency": "JPY"}},
                  {"id": "OPEN", "location_id": "L1", "state": "OPEN", "created_at": "2026-11-21T03:00:00Z",
                   "total_money": {"amount": 9, "currency": "USD"}}]}
                """);
    }

    @AfterAll
    static void close() {
        mirror.close();
    }

    @Test
    void sales_by_day_use_the_business_day_of_the_location_and_keep_currencies_apart() {
        assertThat(mirror.rows("select business_day, location_name, currency, orders, sales_money, returns_money,"
                        + " net_money, net_tax_money from sales_by_day order by 1"))
                .containsExactly("(2026-11-20,Corner,USD,2,1000,350,650,80)", "(2026-11-21,Corner,JPY,1,5,0,5,0)");
    }

    @Test
    void sales_by_location_cover_all_days() {
        assertThat(mirror.rows("select location_id, currency, first_day, last_day, orders, net_money"
                        + " from sales_by_location order by currency"))
                .containsExactly("(L1,JPY,2026-11-21,2026-11-21,1,5)", "(L1,USD,2026-11-20,2026-11-20,2,650)");
    }

    @Test
    void sales_by_item_are_net_of_returned_lines() {
        assertThat(mirror.rows("select business_day, item_id, variation_id, item_name, variation_name, currency, sold,"
                        + " returned, sales_money, returns_money, net_money from sales_by_item order by item_id"))
                .containsExactly(
                        "(2026-11-20,I1,V1,Jam,Jar,USD,2,1,700,350,350)", "(2026-11-20,,,Custom,,USD,1,0,300,0,300)");
    }

    @Test
    void freshness_tells_of_each_data_type_how_much_there_is_and_how_new() {
        assertThat(mirror.rows("select data_type, objects, deleted, last_change_at is not null, last_page_at, parked"
                        + " from freshness order by data_type"))
                .containsExactly(
                        "(catalog,2,0,t,\"2026-11-22 02:00:00.123456+00\",0)",
                        "(categories,0,0,f,,0)",
                        "(inventory,0,0,f,,0)",
                        "(locations,1,0,t,\"2026-11-22 02:00:00.123456+00\",0)",
                        "(orders,4,0,t,\"2026-11-22 02:00:00.123456+00\",0)");
    }

    @Test
    void every_table_and_view_says_what_it_holds() {
        assertThat(mirror.rows("select relname from pg_class where relnamespace = 'square'::regnamespace"
                        + " and relkind in ('r', 'v') and obj_description(oid) is null and relname not like 'flyway%'"))
                .isEmpty();
    }
}
