package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.invariants.Invariant;
import dev.squaresync.invariants.Invariants;
import dev.squaresync.invariants.Moment;
import dev.squaresync.invariants.Needs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The mirror is compared with Square by a run: over the broker, with what goes wrong named, told, shown and repaired. */
class VerificationTest {

    private final Stack stack = Stack.running();
    private final List<String> asked = new ArrayList<>();

    @Test
    void names_what_is_missing_surplus_or_altered_and_nothing_else_and_repairs_exactly_that() {
        stack.runs().complete("\"full\": true");
        // Other tests may have changed the mirror by hand.
        verify(true);
        assertThat(found(verify(false))).as("nothing is wrong yet").isEmpty();

        // Old ones: what has changed in the last minutes is not looked at.
        List<String> page = ids("select id from square.orders order by updated_at, id limit 150 offset 300");
        String altered = ids("select id from square.orders where total_money > 0 order by updated_at, id limit 1")
                .get(0);
        String item =
                ids("select id from square.catalog_items where deleted_at is null order by updated_at, id limit 1")
                        .get(0);
        stack.mirror().execute("delete from square.orders where id in (" + quoted(page) + ")");
        stack.mirror().execute("update square.orders set total_money = total_money + 1 where id = '" + altered + "'");
        stack.mirror().execute("update square.catalog_items set name = 'by hand' where id = '" + item + "'");
        stack.mirror()
                .execute(
                        "insert into square.locations select (jsonb_populate_record(l, jsonb_build_object("
                                + "'id', 'LGONE', 'raw', l.raw || '{\"id\": \"LGONE\"}'))).* from square.locations l order by id limit 1");

        JsonNode run = verify(false);

        Map<String, List<String>> wrong = new TreeMap<>();
        wrong.put("ALTERED", List.of(item, altered).stream().sorted().toList());
        wrong.put("MISSING", page.stream().sorted().toList());
        wrong.put("SURPLUS", List.of("LGONE"));
        assertThat(found(run)).isEqualTo(wrong);
        assertThat(run.path("state").asString()).isEqualTo("PARTIAL");
        JsonNode orders = orders(run);
        assertThat(orders.path("days")
                        .valueStream()
                        .mapToInt(day -> day.path("found").asInt())
                        .sum())
                .isEqualTo(151);
        assertThat(stack.runs().verdict()).contains("the mirror does not hold");

        JsonNode repair = verify(true);

        assertThat(found(repair)).isEqualTo(wrong);
        assertThat(repair.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(ids("select id from square.locations where id = 'LGONE' and deleted_at is not null"))
                .hasSize(1);
        stack.mirror().execute("delete from square.locations where id = 'LGONE'");
        new MirrorEqualsTruth(stack).check();
        assertThat(found(verify(false))).isEmpty();
        assertThat(stack.runs().verdict()).doesNotContain("the mirror does not hold");
        await("the mails about what was found")
                .untilAsserted(() -> assertThat(contradictions())
                        .filteredOn(contradiction -> asked.stream().anyMatch(contradiction::contains))
                        .isEmpty());
    }

    private JsonNode verify(boolean repair) {
        JsonNode run = stack.runs().verify(repair);
        asked.add(run.path("id").asString());
        return run;
    }

    /** Of the invariants that need no list of what the shop has. Other tests may have emptied tables of the mirror. */
    private List<String> contradictions() throws SQLException {
        List<String> contradictions = new ArrayList<>();
        try (Connection connection = stack.connectToDatabase()) {
            for (Invariant invariant : Invariants.all()) {
                if (invariant.needs() == Needs.NOTHING) {
                    contradictions.addAll(invariant.violations(connection, Moment.AT_REST));
                }
            }
        }
        return contradictions;
    }

    private JsonNode orders(JsonNode run) {
        return stack.runs()
                .verification(run.path("id").asString())
                .valueStream()
                .filter(detail -> detail.path("dataType").asString().equals("orders"))
                .findFirst()
                .orElseThrow();
    }

    /** The ids of what was found, by kind. */
    private Map<String, List<String>> found(JsonNode run) {
        return stack.runs()
                .verification(run.path("id").asString())
                .valueStream()
                .flatMap(detail -> detail.path("findings").valueStream())
                .collect(Collectors.groupingBy(
                        finding -> finding.path("kind").asString(),
                        TreeMap::new,
                        Collectors.mapping(
                                finding -> finding.path("objectId").asString(),
                                Collectors.collectingAndThen(
                                        Collectors.toCollection(ArrayList::new),
                                        ids -> ids.stream().sorted().toList()))));
    }

    private List<String> ids(String query) {
        return stack.mirror().query(query).stream()
                .map(row -> String.valueOf(row.get("id")))
                .toList();
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}
