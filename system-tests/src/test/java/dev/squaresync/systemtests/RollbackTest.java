package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A bad run is undone: the mirror is as it was before, byte for byte, but for what has changed since. */
class RollbackTest {

    private static final List<String> TABLES = Stream.concat(Mirror.TOP_TABLES.stream(), Mirror.ORDER_PARTS.stream())
            .toList();

    private final Stack stack = Stack.running();

    @Test
    void of_a_run_that_met_wrong_prices_leaves_only_what_was_changed_since() {
        stack.runs().complete("\"full\": true");
        String changed = anyOrder();
        Map<String, String> before = dump(changed);
        stack.shop().misbehave("\"kind\": \"wrong-prices\"");
        JsonNode bad = stack.runs().complete("\"full\": true");
        stack.shop().behave();
        assertThat(Runs.sum(bad, List.of("updated"))).isGreaterThan(3_000);
        stack.mirror().execute("update square.orders set ticket_name = 'by hand' where id = '" + changed + "'");
        assertThat(dump(changed)).isNotEqualTo(before);

        JsonNode foretold = stack.runs().rollBack(bad.path("id").asString(), true);
        JsonNode done = stack.runs().rollBack(bad.path("id").asString(), false);

        assertThat(done.path("dataTypes")).isEqualTo(foretold.path("dataTypes"));
        for (JsonNode result : done.path("dataTypes")) {
            assertThat(result.path("skippedIds").toString())
                    .isEqualTo(result.path("dataType").asString().equals("orders") ? "[\"" + changed + "\"]" : "[]");
        }
        assertThat(dump(changed)).isEqualTo(before);
        assertThat(stack.mirror().query("select ticket_name from square.orders where id = '" + changed + "'"))
                .containsExactly(Map.of("ticket_name", "by hand"));
    }

    private String anyOrder() {
        return String.valueOf(stack.mirror()
                .query("select id from square.orders order by id limit 1")
                .get(0)
                .get("id"));
    }

    /** Of each table the digest of all its rows, those of one order left out. */
    private Map<String, String> dump(String withoutOrder) {
        Map<String, String> dump = new TreeMap<>();
        for (String table : TABLES) {
            String key = table.equals("orders") ? "id" : "order_id";
            String which = table.startsWith("order") ? " where " + key + " <> '" + withoutOrder + "'" : "";
            dump.put(
                    table,
                    String.valueOf(stack.mirror()
                            .query(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                            + " as digest from square." + table + " as t" + which)
                            .get(0)
                            .get("digest")));
        }
        return dump;
    }
}
