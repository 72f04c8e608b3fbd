package dev.squaresync.direct.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.direct.command.Emergency.Said;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.simulator.seed.ShopSize;
import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class VerifyTest {

    private final Emergency emergency = new Emergency(new ShopSize(2_000, 100, 12)).withTables(DatabaseRole.WRITER);

    @BeforeEach
    void sync() {
        Said said = emergency.run("direct", "orders", "catalog", "categories", "locations", "inventory", "--full");
        assertThat(said.exitCode()).as(said.err()).isZero();
        // As if the sync had been a while ago, so that nothing in the shop is too young to be looked at.
        change("update square.page_receipts set fetched_at = fetched_at + interval '1 hour'");
    }

    @AfterEach
    void close() {
        emergency.close();
    }

    @Test
    void a_whole_mirror_is_complete() {
        Said said = emergency.run("verify", "--json");

        assertThat(said.exitCode()).as(said.out() + said.err()).isZero();
        assertThat(said.json().path("complete").asBoolean()).isTrue();
        assertThat(findings(said)).isEmpty();
        assertThat(said.json().at("/dataTypes/4/seen").asInt()).isEqualTo(2_000);
    }

    @Test
    void what_was_deleted_and_altered_by_hand_is_named_exactly_and_nothing_else() {
        Map<String, String> expected = damage();

        Said said = emergency.run("verify", "--json");

        assertThat(said.exitCode()).as(said.err()).isEqualTo(3);
        assertThat(findings(said)).isEqualTo(expected);
        assertThat(emergency.count("findings where not repaired")).isEqualTo(expected.size());
    }

    @Test
    void repair_makes_the_mirror_what_square_has_with_few_requests() {
        damage();
        long before = emergency.requests();
        emergency.run("verify");
        long toLook = emergency.requests() - before;

        Said said = emergency.run("verify", "--repair");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).contains("Repaired: the mirror holds what Square has now.");
        assertThat(emergency.requests() - before).isEqualTo(2 * toLook);
        Said again = emergency.run("verify", "--json");
        assertThat(findings(again)).isEmpty();
        assertThat(again.exitCode()).isZero();
        Said dryRun = emergency.run("sync", "--dry-run", "--full", "--json");
        for (JsonNode stream : dryRun.json().path("dataTypes")) {
            assertThat(stream.path("inserted").asInt()
                            + stream.path("updated").asInt()
                            + stream.path("deleted").asInt())
                    .as(stream.toString())
                    .isZero();
        }
    }

    @Test
    void more_than_one_look_up_can_answer_is_repaired_as_well() {
        change("delete from square.orders where id in (select id from square.orders order by id limit 250)");
        long lines = emergency.count("order_line_items");

        Said said = emergency.run("verify", "--data-type", "orders", "--repair", "--json");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(findings(said)).hasSize(250).containsValue("MISSING");
        assertThat(emergency.count("order_line_items")).isEqualTo(lines);
        assertThat(emergency.count("orders where raw = '{}'")).isZero();
        assertThat(emergency.run("verify", "--data-type", "orders").exitCode()).isZero();
    }

    @Test
    void an_order_without_a_version_is_looked_up_and_a_tombstone_that_was_taken_away_is_found() {
        String order = one("select id from square.orders where version is null order by id limit 1");
        change("update square.orders set raw = raw || '{\"by_hand\": true}' where id = '" + order + "'");
        String category = one("select id from square.categories where deleted_at is not null order by id limit 1");
        change("update square.categories set deleted_at = null where id = '" + category + "'");

        Said said = emergency.run("verify", "--json");

        assertThat(findings(said)).isEqualTo(Map.of(order, "STALE", category, "SURPLUS"));
    }

    @Test
    void a_field_without_a_column_that_was_changed_by_hand_is_found_in_every_table() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> keys = Map.of(
                "orders", "id",
                "categories", "id",
                "catalog_items", "id",
                "catalog_item_variations", "id",
                "locations", "id",
                "inventory_counts", "catalog_object_id || ':' || location_id || ':' || state");
        keys.forEach((table, key) -> {
            String where = table.equals("orders") ? "version is not null" : "deleted_at is null";
            String changed = one("select " + key + " from square." + table + " where " + where + " order by 1 limit 1");
            change("update square." + table + " set raw = raw || '{\"by_hand\": true}' where " + key + " = '" + changed
                    + "'");
            expected.put(changed, "STALE");
        });

        Said said = emergency.run("verify", "--repair", "--json");

        assertThat(findings(said)).isEqualTo(expected);
        assertThat(emergency.run("verify").exitCode()).isZero();
        keys.keySet()
                .forEach(table -> assertThat(emergency.count(table + " where raw -> 'by_hand' is not null"))
                        .isZero());
    }

    @Test
    void a_part_of_an_order_that_was_changed_by_hand_is_found_in_every_table_though_number_and_sums_are_the_same() {
        Map<String, String> expected = new TreeMap<>();
        List<String> tables = List.of(
                "order_line_items",
                "order_taxes",
                "order_discounts",
                "order_service_charges",
                "order_tenders",
                "order_fulfillments",
                "order_returns",
                "order_return_line_items",
                "order_refunds");
        tables.forEach(table -> {
            String order = one("select order_id from square." + table + " order by order_id offset 3 limit 1");
            change("update square." + table + " set position = position + 100 where order_id = '" + order + "'");
            expected.put(order, "ALTERED");
        });

        Said said = emergency.run("verify", "--data-type", "orders", "--repair", "--json");

        assertThat(findings(said)).isEqualTo(expected);
        tables.forEach(table -> assertThat(emergency.count(table + " where position > 100"))
                .as(table)
                .isZero());
        assertThat(emergency.run("verify", "--data-type", "orders").exitCode()).isZero();
    }

    @Test
    void what_the_shop_has_sold_since_the_latest_sync_is_no_finding() {
        change("update square.page_receipts set fetched_at = fetched_at - interval '1 hour'");
        emergency
                .square()
                .change(ShopChanges.of(Change.ORDERS, 40)
                        .and(Change.NEW_ORDERS, 15)
                        .and(Change.ITEMS, 5)
                        .and(Change.INVENTORY, 20));

        Said said = emergency.run("verify", "--json");

        assertThat(findings(said)).isEmpty();
    }

    @Test
    void a_sync_that_is_still_under_way_is_not_taken_for_complete() {
        change("update square.page_receipts set fetched_at = fetched_at - interval '2 hours'");
        change("with broken_off as (insert into square.direct_runs (id, request, requested_by, started_at)"
                + " values (gen_random_uuid(), 'other', 'somebody', now()) returning id),"
                + " running as (select id from broken_off union all select gen_random_uuid())"
                + " insert into square.page_receipts (fetch_id, run_id, data_type, partition_id, scan, number, inserted,"
                + " updated, unchanged, deleted, parked, confirmed, fetched_at, committed_at)"
                + " select gen_random_uuid(), id, 'orders', 'p', 1, 1, 0, 0, 0, 0, 0, '{}', now() + interval '1 hour', now()"
                + " from running");
        emergency.square().change(ShopChanges.of(Change.ORDERS, 40).and(Change.NEW_ORDERS, 15));

        Said said = emergency.run("verify", "--data-type", "orders", "--json");

        assertThat(findings(said)).isEmpty();
    }

    @Test
    void enters_the_schedulers_history_with_what_it_has_found_and_repaired() {
        emergency.withTables(DatabaseRole.SCHEDULER).withTables(DatabaseRole.NOTIFIER);
        Map<String, String> expected = damage();

        Said found = emergency.run("verify", "--json");
        Said repaired = emergency.run("verify", "--repair", "--json");

        assertThat(found.json().path("recorded").asBoolean()).as(found.out()).isTrue();
        assertThat(repaired.json().path("recorded").asBoolean())
                .as(repaired.out())
                .isTrue();
        assertThat(lines("select concat_ws(' ', kind, trigger, state) from scheduler.sync_runs order by ended_at"))
                .containsExactly("verify direct FAILED", "verify direct COMPLETED");
        assertThat(lines("select object_id from scheduler.verification_findings where run_id = '"
                        + found.json().path("id").asString() + "' order by 1"))
                .containsExactlyElementsOf(expected.keySet());
        assertThat(lines("select data_type from scheduler.verifications where found > repaired"))
                .hasSize(5);
        assertThat(lines("select data_type from scheduler.verification_days limit 1"))
                .containsExactly("orders");
        assertThat(lines("select data_type from scheduler.watermarks")).isEmpty();
    }

    @Test
    void a_part_of_the_history_says_nothing_about_the_rest_so_it_is_not_recorded() {
        emergency.withTables(DatabaseRole.SCHEDULER).withTables(DatabaseRole.NOTIFIER);

        emergency.run("verify", "--data-type", "orders", "--since", "2026-01-01");
        emergency.run("verify", "--data-type", "orders", "--data-type", "locations", "--since", "2026-01-01");

        assertThat(lines("select data_type from scheduler.verifications")).containsExactly("locations");
    }

    @Test
    void says_that_the_history_does_not_have_it_where_there_is_no_scheduler() {
        Said said = emergency.run("verify", "--data-type", "locations");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out() + said.err()).contains("It is not in the scheduler's history");
    }

    @Test
    void the_unknown_data_type_is_told_in_a_sentence() {
        Said said = emergency.run("verify", "--data-type", "sales");

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("There is no data type 'sales'");
    }

    /** Does harm in every table; returns what must be found. */
    private Map<String, String> damage() {
        Map<String, String> expected = new TreeMap<>();
        String deleted = one("select id from square.orders order by id limit 1");
        change("delete from square.orders where id = '" + deleted + "'");
        expected.put(deleted, "MISSING");
        String older = one("select id from square.orders where version > 1 order by id offset 5 limit 1");
        change("update square.orders set version = version - 1 where id = '" + older + "'");
        expected.put(older, "ALTERED");
        String money = one("select id from square.orders where total_money > 0 order by id offset 20 limit 1");
        change("update square.orders set total_money = total_money + 1 where id = '" + money + "'");
        expected.put(money, "ALTERED");
        String line = one("select order_id from square.order_line_items order by order_id offset 90 limit 1");
        change("delete from square.order_line_items where order_id = '" + line + "' and position = 1");
        expected.put(line, "ALTERED");
        String item = one("select id from square.catalog_items where deleted_at is null order by id limit 1");
        change("delete from square.catalog_items where id = '" + item + "'");
        expected.put(item, "MISSING");
        String variation = one("select id from square.catalog_item_variations where deleted_at is null"
                + " and item_id <> '" + item + "' order by id limit 1");
        change("update square.catalog_item_variations set raw = raw || '{\"by_hand\": true}',"
                + " digest = gen_random_uuid() where id = '" + variation + "'");
        expected.put(variation, "STALE");
        String category = one("select id from square.categories where deleted_at is null order by id limit 1");
        change("update square.categories set name = 'By hand' where id = '" + category + "'");
        expected.put(category, "ALTERED");
        change("insert into square.locations select (jsonb_populate_record(l, '{\"id\": \"GONE\"}')).*"
                + " from square.locations l order by id limit 1");
        expected.put("GONE", "SURPLUS");
        String count = one("select catalog_object_id || ':' || location_id || ':' || state"
                + " from square.inventory_counts order by 1 limit 1");
        change("delete from square.inventory_counts"
                + " where catalog_object_id || ':' || location_id || ':' || state = '" + count + "'");
        expected.put(count, "MISSING");
        return expected;
    }

    private List<String> lines(String sql) {
        return emergency.sql().sql(sql).query(String.class).list();
    }

    private String one(String sql) {
        return emergency.sql().sql(sql).query(String.class).single();
    }

    private void change(String sql) {
        assertThat(emergency.sql().sql(sql).update()).as(sql).isPositive();
    }

    private static Map<String, String> findings(Said said) {
        Map<String, String> findings = new TreeMap<>();
        for (JsonNode stream : said.json().path("dataTypes")) {
            stream.path("findings")
                    .forEach(finding -> findings.put(
                            finding.path("id").asString(), finding.path("kind").asString()));
        }
        return findings;
    }
}
