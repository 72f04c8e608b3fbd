package dev.squaresync.writer.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.PageCounts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersTest {

    private static final Instant LATER = TestMirror.NOW.plusSeconds(60);

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
    void an_order_is_stored_whole_and_in_columns() {
        String order = """
                {"id": "O1", "location_id": "L1", "version": 4, "state": "COMPLETED", "customer_id": "C1",
                 "reference_id": "R1", "ticket_name": "table 4", "source": {"name": "Point \\"of\\" Sale 🍓"},
                 "created_at": "2026-11-20T10:00:00.44Z", "updated_at": "2026-11-20T11:00:00+01:00",
                 "closed_at": "2026-11-20T10:00:05.123Z", "unheard_of": {"a": [1, 2.50, null]},
                 "total_money": {"amount": 3000000000, "currency": "JPY"},
                 "total_tax_money": {"amount": 1, "currency": "JPY"},
                 "total_discount_money": {"amount": 2, "currency": "JPY"},
                 "total_tip_money": {"amount": 3, "currency": "JPY"},
                 "total_service_charge_money": {"amount": 4, "currency": "JPY"},
                 "return_amounts": {"total_money": {"amount": 5, "currency": "JPY"}},
                 "net_amounts": {"total_money": {"amount": -6, "currency": "JPY"},
                                 "tax_money": {"amount": 7, "currency": "JPY"},
                                 "discount_money": {"amount": 8, "currency": "JPY"},
                                 "tip_money": {"amount": 9, "currency": "JPY"},
                                 "service_charge_money": {"amount": 10, "currency": "JPY"}},
                 "net_amount_due_money": {"amount": 11, "currency": "JPY"}}
                """;

        assertThat(write(order)).isEqualTo(new PageCounts(1, 0, 0, 0, 0));

        assertThat(mirror.rows("select id, version, updated_at, created_at, closed_at, location_id, state, customer_id,"
                        + " reference_id, source_name, ticket_name, currency, deleted_at from orders"))
                .containsExactly(
                        "(O1,4,\"2026-11-20 10:00:00+00\",\"2026-11-20 10:00:00.44+00\","
                                + "\"2026-11-20 10:00:05.123+00\",L1,COMPLETED,C1,R1,\"Point \"\"of\"\" Sale 🍓\",\"table 4\",JPY,)");
        assertThat(
                        mirror.rows(
                                "select total_money, total_tax_money, total_discount_money, total_tip_money,"
                                        + " total_service_charge_money, return_total_money, net_total_money, net_tax_money,"
                                        + " net_discount_money, net_tip_money, net_service_charge_money, net_amount_due_money from orders"))
                .containsExactly("(3000000000,1,2,3,4,5,-6,7,8,9,10,11)");
        assertThat(mirror.rows("select synced_at, fetched_at, run_id from orders"))
                .containsExactly(
                        "(\"2026-11-22 02:00:00.123456+00\",\"2026-11-22 02:00:00.123456+00\"," + TestMirror.RUN + ")");
        assertThat(mirror.value("select raw = '" + order.replace("'", "''") + "'::jsonb from orders"))
                .isEqualTo("true");
    }

    @Test
    void the_parts_of_an_order_have_tables_of_their_own() {
        write("""
                {"id": "O1", "updated_at": "2026-11-20T10:00:00Z",
                 "line_items": [
                   {"uid": "l1", "catalog_object_id": "V1", "catalog_version": 17, "item_type": "ITEM", "name": "Jam",
                    "variation_name": "Jar", "note": "gift", "quantity": "1.70000",
                    "base_price_money": {"amount": 100, "currency": "USD"},
                    "variation_total_price_money": {"amount": 170, "currency": "USD"},
                    "gross_sales_money": {"amount": 171, "currency": "USD"},
                    "total_tax_money": {"amount": 12, "currency": "USD"},
                    "total_discount_money": {"amount": 5, "currency": "USD"},
                    "total_service_charge_money": {"amount": 1, "currency": "USD"},
                    "total_money": {"amount": 178, "currency": "USD"}},
                   {"uid": "l2", "item_type": "CUSTOM_AMOUNT", "quantity": "1"}],
                 "taxes": [{"uid": "t1", "catalog_object_id": "T", "name": "VAT", "type": "ADDITIVE", "scope": "ORDER",
                    "percentage": "7.5", "applied_money": {"amount": 12, "currency": "USD"}}],
                 "discounts": [{"uid": "d1", "name": "Off", "type": "FIXED_AMOUNT", "scope": "LINE_ITEM",
                    "amount_money": {"amount": 6, "currency": "USD"}, "applied_money": {"amount": 5, "currency": "USD"}}],
                 "service_charges": [{"uid": "s1", "name": "Service", "calculation_phase": "SUBTOTAL_PHASE",
                    "percentage": "10", "total_money": {"amount": 9, "currency": "USD"}}],
                 "tenders": [{"id": "p1", "type": "CARD", "location_id": "L1", "created_at": "2026-11-20T10:00:01Z",
                    "amount_money": {"amount": 200, "currency": "USD"}, "tip_money": {"amount": 22, "currency": "USD"},
                    "processing_fee_money": {"amount": 4, "currency": "USD"}}],
                 "fulfillments": [{"uid": "f1", "type": "PICKUP", "state": "PROPOSED"}],
                 "returns": [{"uid": "r1", "source_order_id": "O0",
                    "return_amounts": {"total_money": {"amount": 50, "currency": "USD"}},
                    "return_line_items": [{"uid": "rl1", "source_line_item_uid": "l9", "catalog_object_id": "V2",
                      "quantity": "2", "gross_return_money": {"amount": 48, "currency": "USD"},
                      "total_money": {"amount": 50, "currency": "USD"}}]}],
                 "refunds": [{"id": "b1", "tender_id": "p0", "status": "APPROVED", "reason": "broken",
                    "created_at": "2026-11-20T10:00:02Z", "amount_money": {"amount": 50, "currency": "USD"}}]}
                """);

        assertThat(partsOf("order_line_items"))
                .containsExactly(
                        "(O1,l1,1,V1,17,ITEM,Jam,Jar,gift,1.70000,USD,100,170,171,12,5,1,178)",
                        "(O1,l2,2,,,CUSTOM_AMOUNT,,,,1,,,,,,,,)");
        assertThat(partsOf("order_taxes")).containsExactly("(O1,t1,1,T,VAT,ADDITIVE,ORDER,7.5,USD,12)");
        assertThat(partsOf("order_discounts")).containsExactly("(O1,d1,1,,Off,FIXED_AMOUNT,LINE_ITEM,,USD,6,5)");
        assertThat(partsOf("order_service_charges")).containsExactly("(O1,s1,1,,Service,,SUBTOTAL_PHASE,10,USD,,,,9)");
        assertThat(partsOf("order_tenders"))
                .containsExactly("(O1,p1,1,CARD,L1,,,,\"2026-11-20 10:00:01+00\",USD,200,22,4)");
        assertThat(partsOf("order_fulfillments")).containsExactly("(O1,f1,1,PICKUP,PROPOSED)");
        assertThat(partsOf("order_returns")).containsExactly("(O1,r1,1,O0,USD,50,,,)");
        assertThat(partsOf("order_return_line_items")).containsExactly("(O1,rl1,1,1,l9,V2,,,,,2,USD,48,,,50)");
        assertThat(partsOf("order_refunds"))
                .containsExactly("(O1,b1,1,p0,,,APPROVED,broken,\"2026-11-20 10:00:02+00\",USD,50,)");
    }

    @Test
    void a_changed_order_has_the_lines_of_its_new_version_only() {
        write(order("O1", 1, "a", "b"), order("O2", 1, "a"));

        assertThat(write(order("O1", 2, "b", "c"))).isEqualTo(new PageCounts(0, 1, 0, 0, 0));

        assertThat(mirror.rows("select order_id, uid from order_line_items order by 1, 2"))
                .containsExactly("(O1,b)", "(O1,c)", "(O2,a)");
    }

    @Test
    void an_older_version_that_comes_late_changes_nothing() {
        write(order("O1", 2, "b"));

        assertThat(mirror.write("orders", LATER, page(order("O1", 1, "a")))).isEqualTo(new PageCounts(0, 0, 1, 0, 0));

        assertThat(mirror.rows("select o.version, l.uid from orders o join order_line_items l on l.order_id = o.id"))
                .containsExactly("(2,b)");
    }

    @Test
    void lines_without_uid_and_lines_with_the_same_uid_are_all_kept() {
        write("""
                {"id": "O1", "line_items": [{"name": "a"}, {"name": "b"}, {"uid": "x", "name": "c"}, {"uid": "x", "name": "d"}]}
                """);

        assertThat(mirror.rows("select uid, name from order_line_items order by position"))
                .containsExactly("(#1,a)", "(#2,b)", "(x,c)", "(x#4,d)");
    }

    @Test
    void of_an_order_that_is_twice_in_a_page_the_higher_version_wins() {
        assertThat(write(order("O1", 2, "b"), order("O1", 1, "a"), order("O1", 2, "b")))
                .isEqualTo(new PageCounts(1, 0, 2, 0, 0));

        assertThat(mirror.value("select version from orders")).isEqualTo("2");
    }

    @Test
    void nulls_where_square_usually_sends_something_are_stored() {
        write("{\"id\": \"O1\", \"location_id\": null, \"updated_at\": null, \"state\": null, \"total_money\": null,"
                + " \"line_items\": null, \"returns\": [{\"uid\": \"r\", \"return_line_items\": null}]}");

        assertThat(mirror.value("select count(*) from orders")).isEqualTo("1");
        assertThat(mirror.value("select count(*) from order_returns")).isEqualTo("1");
    }

    @Test
    void what_has_not_changed_is_not_rewritten() {
        write(order("O1", 1, "a"), order("O2", 1, "a"));
        String before = mirror.value("select string_agg(concat(id, ctid, xmin, xmax), ' ' order by id) from orders");

        assertThat(mirror.write("orders", LATER, page(order("O1", 1, "a"), order("O2", 1, "a"))))
                .isEqualTo(new PageCounts(0, 0, 2, 0, 0));

        assertThat(mirror.value("select string_agg(concat(id, ctid, xmin, xmax), ' ' order by id) from orders"))
                .isEqualTo(before);
    }

    @Test
    void the_same_order_in_another_text_is_not_rewritten_either() {
        write(order("O1", 1, "a"));
        String before = mirror.value("select concat(ctid, xmin, xmax) from orders");

        assertThat(mirror.write("orders", LATER, page(order("O1", 1, "a").replace("\"version\": 1", "\"version\":1"))))
                .isEqualTo(new PageCounts(0, 0, 1, 0, 0));

        assertThat(mirror.value("select concat(ctid, xmin, xmax) from orders")).isEqualTo(before);
    }

    @Test
    void an_order_in_the_same_text_is_recognised_without_a_look_at_its_content() {
        write(order("O1", 1, "a"), order("O2", 1, "a"));
        mirror.execute("update orders set raw = '{}' where id = 'O1'");

        assertThat(mirror.write("orders", LATER, page(order("O1", 1, "a"), order("O2", 2, "a"))))
                .isEqualTo(new PageCounts(0, 1, 1, 0, 0));

        assertThat(mirror.rows("select id, raw ->> 'version' from orders order by id"))
                .containsExactly("(O1,)", "(O2,2)");
    }

    @Test
    void a_state_that_is_stored_wins_as_ever_over_another_one_in_the_same_page() {
        write(order("O1", 1, "b"));

        assertThat(mirror.write("orders", LATER, page(order("O1", 1, "b"), order("O1", 1, "a"))))
                .isEqualTo(new PageCounts(0, 0, 2, 0, 0));

        assertThat(mirror.value("select uid from order_line_items")).isEqualTo("b");
    }

    @Test
    void a_state_that_was_seen_again_is_not_replaced_by_one_that_was_seen_in_between() {
        mirror.write("orders", TestMirror.NOW, page(order("O1", 1, "a")));
        mirror.write("orders", TestMirror.NOW.plusSeconds(20), page(order("O1", 1, "a")));

        assertThat(mirror.write("orders", TestMirror.NOW.plusSeconds(10), page(order("O1", 1, "b"))))
                .isEqualTo(new PageCounts(0, 0, 1, 0, 0));
        assertThat(mirror.write("orders", TestMirror.NOW.plusSeconds(30), page(order("O1", 1, "b"))))
                .isEqualTo(new PageCounts(0, 1, 0, 0, 0));

        assertThat(mirror.value("select uid from order_line_items")).isEqualTo("b");
    }

    private static PageCounts write(String... orders) {
        return mirror.write("orders", page(orders));
    }

    private static String page(String... orders) {
        return "{\"orders\": [" + String.join(",", orders) + "], \"cursor\": \"c\"}";
    }

    /** An order with a line for each uid. */
    private static String order(String id, int version, String... uids) {
        StringBuilder lines = new StringBuilder();
        for (String uid : uids) {
            lines.append(lines.isEmpty() ? "" : ",")
                    .append("{\"uid\": \"")
                    .append(uid)
                    .append("\"}");
        }
        return """
                {"id": "%s", "version": %d, "updated_at": "2026-11-20T10:00:%02dZ", "line_items": [%s]}
                """.formatted(id, version, version, lines);
    }

    /** Each row without its last column, the hash, which is a number that means nothing to people. */
    private List<String> partsOf(String table) {
        return mirror.rows("select * from " + table + " order by position").stream()
                .map(row -> row.replaceFirst(",-?\\d+\\)$", ")"))
                .toList();
    }
}
