package dev.squaresync.direct.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.direct.command.Emergency.Said;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.simulator.seed.ShopSize;
import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DryRunTest {

    private static final String[] ALL = {"orders", "catalog", "categories", "locations", "inventory"};

    private final Emergency emergency = new Emergency(new ShopSize(2_000, 100, 12)).withTables(DatabaseRole.WRITER);

    @AfterEach
    void close() {
        emergency.close();
    }

    @Test
    void a_first_sync_is_predicted_exactly_and_nothing_is_written() {
        Map<String, String> before = emergency.checksums("square");

        Said prediction = emergency.run("sync", "--dry-run", "--full", "--json");

        assertThat(prediction.exitCode()).as(prediction.err()).isZero();
        assertThat(emergency.checksums("square")).isEqualTo(before);
        assertThat(prediction.json().at("/dataTypes/4/inserted").asInt()).isEqualTo(2_000);
        assertThat(figures(prediction)).isEqualTo(figures(live()));
    }

    @Test
    void a_change_with_deletions_is_predicted_exactly_and_nothing_is_written() {
        live();
        emergency
                .square()
                .change(ShopChanges.of(Change.ORDERS, 40)
                        .and(Change.NEW_ORDERS, 15)
                        .and(Change.ITEMS, 5)
                        .and(Change.DELETE_ITEMS, 3)
                        .and(Change.DELETE_CATEGORIES, 1)
                        .and(Change.INVENTORY, 20));
        Map<String, String> before = emergency.checksums("square");

        Said prediction = emergency.run("sync", "--dry-run", "--full", "--json");

        assertThat(prediction.exitCode()).as(prediction.err()).isZero();
        assertThat(emergency.checksums("square")).isEqualTo(before);
        assertThat(prediction.json().at("/dataTypes/0/deleted").asInt()).isPositive();
        assertThat(figures(prediction)).isEqualTo(figures(live()));
    }

    @Test
    void shows_field_by_field_what_would_change() {
        live();
        emergency.square().change(ShopChanges.of(Change.ORDERS, 1));

        Said said = emergency.run("sync", "--dry-run", "--data-type", "orders");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("update orders ")
                .contains("    updated_at: \"")
                .contains(" → ")
                .contains("Nothing was changed.");
    }

    @Test
    void tells_what_a_whole_listing_does_not_show_any_more() {
        live();
        emergency.sql().sql("""
                insert into square.categories
                select (jsonb_populate_record(c, '{"id": "GONE"}')).*
                from square.categories c
                limit 1
                """).update();
        Map<String, String> before = emergency.checksums("square");

        Said said = emergency.run("sync", "--dry-run", "--data-type", "categories", "--json");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.json().at("/dataTypes/0/deleted").asInt()).isEqualTo(1);
        assertThat(emergency.checksums("square")).isEqualTo(before);
    }

    @Test
    void shows_no_more_samples_than_asked_for() {
        Said said = emergency.run("direct", "orders", "--full", "--dry-run", "--samples", "3", "--json");

        assertThat(said.json().path("samples").size()).isEqualTo(3);
    }

    private Said live() {
        String[] arguments = new String[ALL.length + 4];
        arguments[0] = "direct";
        System.arraycopy(ALL, 0, arguments, 1, ALL.length);
        arguments[ALL.length + 1] = "--full";
        arguments[ALL.length + 2] = "--json";
        arguments[ALL.length + 3] = "--anew";
        Said said = emergency.run(arguments);
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said;
    }

    private static Map<String, String> figures(Said said) {
        Map<String, String> figures = new TreeMap<>();
        for (JsonNode stream : said.json().path("dataTypes")) {
            figures.put(
                    stream.path("dataType").asString(),
                    stream.path("inserted") + " " + stream.path("updated") + " " + stream.path("unchanged") + " "
                            + stream.path("deleted") + " " + stream.path("parked"));
        }
        return figures;
    }
}
