package dev.squaresync.direct.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.direct.command.Emergency.Said;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.simulator.seed.ShopSize;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayName("A verification, when a page of orders was never written,")
class DroppedPageTest {

    private static final int PAGE_SIZE = 300;
    private static final int LOOKED_UP_AT_ONCE = 100;

    private final Emergency emergency = new Emergency(new ShopSize(4_000, 20, 3)).withTables(DatabaseRole.WRITER);
    private Map<String, String> whole;

    @BeforeEach
    void sync() {
        Said said = emergency.run("direct", "orders", "--full");
        assertThat(said.exitCode()).as(said.err()).isZero();
        // As if the sync had been a while ago, so that nothing in the shop is too young to be looked at.
        emergency
                .sql()
                .sql("update square.page_receipts set fetched_at = fetched_at + interval '1 hour'")
                .update();
        whole = contents();
    }

    @AfterEach
    void close() {
        emergency.close();
    }

    @Test
    void names_exactly_its_orders() {
        Map<String, String> expected = drop(page());

        Said said = emergency.run("verify", "--data-type", "orders", "--json");

        assertThat(said.exitCode()).as(said.err()).isEqualTo(3);
        assertThat(findings(said)).isEqualTo(expected);
    }

    @Test
    void repairs_exactly_those_with_requests_in_proportion() {
        long ofWhole = requestsOf("verify", "--data-type", "orders");
        int dropped = drop(page()).size();

        long ofRepair = requestsOf("verify", "--data-type", "orders", "--repair");

        assertThat(ofRepair - ofWhole).isBetween(1L, (long) (dropped + LOOKED_UP_AT_ONCE - 1) / LOOKED_UP_AT_ONCE);
        assertThat(contents()).isEqualTo(whole);
        assertThat(findings(emergency.run("verify", "--data-type", "orders", "--json")))
                .isEmpty();
    }

    @Test
    void tells_it_from_what_was_edited_in_raw_by_hand() {
        List<String> page = page();
        String edited = emergency
                .sql()
                .sql("select id from square.orders where version is not null and total_money > 0 and id <> all (:page)"
                        + " order by id limit 1")
                .param("page", page.toArray(String[]::new))
                .query(String.class)
                .single();
        Map<String, String> expected = drop(page);
        emergency
                .sql()
                .sql("update square.orders set raw = jsonb_set(raw, '{total_money,amount}', '1') where id = :id")
                .param("id", edited)
                .update();
        expected.put(edited, "STALE");

        Said said = emergency.run("verify", "--data-type", "orders", "--repair", "--json");

        assertThat(findings(said)).isEqualTo(expected);
        assertThat(contents()).isEqualTo(whole);
    }

    /** As many orders as follow one another in a location's listing, some of them without a version. */
    private List<String> page() {
        record Listed(String id, boolean hasVersion) {}
        List<Listed> page = emergency
                .sql()
                .sql("select id, version is not null as has_version from square.orders where location_id = ("
                        + "select location_id from square.orders group by location_id order by count(*) desc limit 1)"
                        + " order by updated_at, id offset 200 limit :size")
                .param("size", PAGE_SIZE)
                .query(Listed.class)
                .list();
        assertThat(page).hasSize(PAGE_SIZE).extracting(Listed::hasVersion).contains(true, false);
        return page.stream().map(Listed::id).toList();
    }

    /** As if the page had never come; returns what must be found. */
    private Map<String, String> drop(List<String> page) {
        emergency
                .sql()
                .sql("delete from square.orders where id = any (:page)")
                .param("page", page.toArray(String[]::new))
                .update();
        emergency.checksums("square").keySet().stream()
                .filter(table -> table.startsWith("order_"))
                .forEach(table -> emergency
                        .sql()
                        .sql("delete from square." + table + " where order_id = any (:page)")
                        .param("page", page.toArray(String[]::new))
                        .update());
        emergency.sql().sql("delete from square.previous_states").update();
        Map<String, String> expected = new TreeMap<>();
        page.forEach(id -> expected.put(id, "MISSING"));
        return expected;
    }

    /** Of every table of an order: what it holds of Square, and not when it was written. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>(emergency.checksums("square"));
        contents.keySet().removeIf(table -> !table.startsWith("order_"));
        contents.put(
                "orders",
                emergency
                        .sql()
                        .sql("select count(*) || ' ' || md5(string_agg((to_jsonb(o) - 'run_id' - 'synced_at'"
                                + " - 'fetched_at')::text, '' order by id)) from square.orders o")
                        .query(String.class)
                        .single());
        return contents;
    }

    private long requestsOf(String... arguments) {
        long before = emergency.requests();
        assertThat(emergency.run(arguments).exitCode()).isZero();
        return emergency.requests() - before;
    }

    private static Map<String, String> findings(Said said) {
        Map<String, String> findings = new TreeMap<>();
        for (JsonNode finding : said.json().at("/dataTypes/0/findings")) {
            findings.put(finding.path("id").asString(), finding.path("kind").asString());
        }
        return findings;
    }
}
