package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What Square may answer: a run either brings everything or says what it did not bring. */
class SquareMisbehavesTest {

    private final Stack stack = Stack.running();

    @AfterEach
    void behaveAgain() {
        stack.shop().behave();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kind\": \"rate-limited\", \"times\": 8",
                "\"kind\": \"rate-limited\", \"times\": 4, \"retryAfterSeconds\": 1",
                "\"kind\": \"server-error\", \"times\": 8",
                "\"kind\": \"html-error\", \"times\": 4",
                "\"kind\": \"html-ok\", \"times\": 4",
                "\"kind\": \"truncated\", \"times\": 4",
                "\"kind\": \"broken-json\", \"times\": 4",
                "\"kind\": \"errors-in-200\", \"times\": 4",
                "\"kind\": \"expired-cursor\", \"resource\": \"orders\", \"times\": 2",
                "\"kind\": \"empty-page-with-cursor\", \"resource\": \"orders\", \"times\": 6",
                "\"kind\": \"short-page\", \"resource\": \"orders\", \"times\": 6",
                "\"kind\": \"duplicate-page\", \"resource\": \"orders\", \"times\": 6"
            })
    void a_passing_fault_costs_no_page(String fault) {
        stack.mirror().empty();
        stack.shop().misbehave(fault);

        stack.runs().complete("\"full\": true");

        new MirrorEqualsTruth(stack).check();
    }

    @Test
    void a_revoked_token_ends_the_run_FAILED_without_a_storm_of_retries() {
        stack.shop().misbehave("\"kind\": \"unauthorized\"");

        JsonNode run = stack.runs().awaitEnd(stack.runs().request("\"full\": true"));

        assertThat(run.path("state").asString()).isEqualTo("FAILED");
        for (JsonNode stream : run.path("streams")) {
            assertThat(stream.at("/failure/code").asString()).isEqualTo("square-unauthorized");
            assertThat(stream.at("/failure/attempts").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_missing_scope_fails_its_data_type_and_no_other() {
        stack.shop().misbehave("\"kind\": \"forbidden\", \"resource\": \"inventory\"");

        JsonNode run = stack.runs().awaitEnd(stack.runs().request("\"full\": true"));

        assertThat(run.path("state").asString()).isEqualTo("PARTIAL");
        assertThat(Runs.stream(run, "inventory").path("state").asString()).isEqualTo("FAILED");
        assertThat(Runs.stream(run, "inventory").at("/failure/code").asString()).isEqualTo("square-forbidden");
        for (String dataType : List.of("orders", "catalog", "categories", "locations")) {
            assertThat(Runs.stream(run, dataType).path("state").asString()).isEqualTo("COMPLETED");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeated-cursor", "cursor-cycle"})
    void a_cursor_that_leads_nowhere_fails_its_data_type(String kind) {
        stack.shop().misbehave("\"kind\": \"" + kind + "\", \"resource\": \"orders\"");

        JsonNode run = stack.runs().awaitEnd(stack.runs().request("\"full\": true"));

        assertThat(run.path("state").asString()).isEqualTo("PARTIAL");
        assertThat(Runs.stream(run, "orders").at("/failure/code").asString()).isEqualTo("square-cursor-repeats");
        assertThat(Runs.stream(run, "catalog").path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void a_failed_run_moves_no_proof_and_the_next_one_heals_it() {
        stack.runs().complete("\"full\": true");
        Instant before = stack.runs().completeUpTo("orders");
        stack.shop().change("\"orders\": 30, \"seed\": 23");
        stack.shop().misbehave("\"kind\": \"forbidden\", \"resource\": \"orders\"");

        stack.runs().awaitEnd(stack.runs().request("\"dataTypes\": [\"orders\"]"));
        assertThat(stack.runs().completeUpTo("orders")).isEqualTo(before);

        stack.shop().behave();
        stack.runs().complete("\"dataTypes\": [\"orders\"]");
        assertThat(stack.runs().completeUpTo("orders")).isAfter(before);
        new MirrorEqualsTruth(stack).check();
    }

    @Test
    void replaying_its_dead_letters_heals_a_run_that_was_PARTIAL() {
        stack.mirror().empty();
        stack.runs().complete("\"full\": true");
        Instant before = stack.runs().completeUpTo("orders");
        stack.shop().change("\"orders\": 30, \"seed\": 29");
        stack.shop().misbehave("\"kind\": \"forbidden\", \"resource\": \"orders\"");
        String id = stack.runs().request("\"full\": true");
        assertThat(stack.runs().awaitEnd(id).path("state").asString()).isEqualTo("PARTIAL");

        stack.shop().behave();
        assertThat(stack.runs().replay(id)).isPositive();

        await().atMost(Duration.ofMinutes(2))
                .until(() -> stack.runs().run(id).path("state").asString().equals("COMPLETED"));
        assertThat(stack.runs().completeUpTo("orders")).isAfter(before);
        new MirrorEqualsTruth(stack).check();
    }
}
