package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job: everything of the shop is in the mirror, proven against the shop's own truth. */
class NightlySyncTest {

    private final Stack stack = Stack.running();
    private final MirrorEqualsTruth mirrorEqualsTruth = new MirrorEqualsTruth(stack);

    @Test
    void a_first_sync_brings_everything() {
        stack.mirror().empty();

        JsonNode run = stack.runs().complete("\"full\": true");

        mirrorEqualsTruth.check();
        for (String dataType : List.of("orders", "catalog", "categories", "locations", "inventory")) {
            JsonNode stream = Runs.stream(run, dataType);
            assertThat(stream.path("inserted").asInt())
                    .as("inserted " + dataType)
                    .isPositive();
            assertThat(stream.path("completeUpTo").asString())
                    .as("proof for " + dataType)
                    .isNotBlank();
        }
    }

    @Test
    void a_sync_with_nothing_changed_rewrites_no_row() {
        stack.runs().complete("\"full\": true");
        long before = stack.mirror().rewrittenRows();

        JsonNode run = stack.runs().complete("\"full\": true");

        assertThat(stack.mirror().rewrittenRows()).isEqualTo(before);
        assertThat(Runs.sum(run, List.of("inserted", "updated", "deleted", "parked")))
                .isZero();
        assertThat(Runs.sum(run, List.of("unchanged"))).isGreaterThan(4_000);
        mirrorEqualsTruth.check();
    }

    @Test
    void changes_and_deletions_in_the_middle_of_a_run_disturb_nothing_and_come_with_the_next() {
        stack.runs().complete("\"full\": true");
        stack.shop()
                .change("\"orders\": 200, \"newOrders\": 50, \"items\": 20, \"newItems\": 5, \"deleteItems\": 4,"
                        + " \"inventory\": 300, \"seed\": 7, \"afterRequests\": 5");

        JsonNode run = stack.runs().complete("\"full\": true");

        assertThat(stack.shop().hasPendingChanges())
                .as("the changes came during the run")
                .isFalse();
        mirrorEqualsTruth.check(
                Instant.parse(Runs.stream(run, "orders").path("to").asString()));

        JsonNode next = stack.runs().complete("\"requestedBy\": \"the next night\"");

        mirrorEqualsTruth.check();
        assertThat(Runs.stream(next, "orders").path("from").isNull())
                .as("an incremental window")
                .isFalse();
        assertThat(stack.mirror().query("select id from square.catalog_items where deleted_at is not null"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void one_data_type_is_synced_alone() {
        stack.shop().change("\"orders\": 10, \"seed\": 11");

        JsonNode run = stack.runs().complete("\"dataTypes\": [\"orders\"]");

        assertThat(run.path("streams")).hasSize(1);
        assertThat(Runs.stream(run, "orders").path("updated").asInt()).isGreaterThanOrEqualTo(10);
    }
}
