package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.run.StreamProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class SyncRunApiTest {

    @Autowired
    private Api api;

    @Autowired
    private Bus bus;

    @Autowired
    private StreamProgress progress;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Test
    void a_request_for_nothing_in_particular_asks_the_fetcher_for_every_data_type_most_urgent_first() {
        Api.Answer answer = api.post("/api/sync-runs", "");

        assertThat(answer.status()).isEqualTo(202);
        UUID runId = UUID.fromString(answer.body().get("id").stringValue());
        assertThat(answer.response().headers().firstValue("Location")).contains("/api/sync-runs/" + runId);
        assertThat(answer.body().get("state").stringValue()).isEqualTo("REQUESTED");
        assertThat(answer.body().get("requestedBy").stringValue()).isEqualTo("api");
        assertThat(answer.body().get("trigger").stringValue()).isEqualTo("request");

        Instant now = SettableClock.START;
        assertThat(hear(5))
                .containsExactly(
                        new SyncRequested(runId, DataType.of("catalog"), null, now),
                        new SyncRequested(runId, DataType.of("orders"), now.minus(Duration.ofDays(7)), now),
                        new SyncRequested(runId, DataType.of("categories"), null, now),
                        new SyncRequested(runId, DataType.of("inventory"), now.minus(Duration.ofHours(24)), now),
                        new SyncRequested(runId, DataType.of("locations"), null, now));
    }

    @Test
    void full_asks_for_the_whole_history() {
        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"full\": true}");

        assertThat(((SyncRequested) bus.hear()).from()).isNull();
    }

    @Test
    void since_a_date_begins_with_that_day_in_the_shops_time_zone() {
        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"since\": \"2026-07-01\"}");

        assertThat(((SyncRequested) bus.hear()).from()).isEqualTo("2026-06-30T22:00:00Z");
    }

    @Test
    void since_a_time_begins_with_that_time() {
        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"since\": \"2026-07-01T10:00:00-04:00\"}");

        assertThat(((SyncRequested) bus.hear()).from()).isEqualTo("2026-07-01T14:00:00Z");
    }

    @Test
    void a_second_request_is_refused_and_told_which_run_is_active() {
        String first = api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue();

        Api.Answer second = api.post("/api/sync-runs", "{}");

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(second.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:run-active");
        assertThat(second.body().get("detail").stringValue()).contains("orders is being synced by run " + first);
        assertThat(second.body().get("runId").stringValue()).isEqualTo(first);
        assertThat(second.body().get("run").stringValue()).isEqualTo("/api/sync-runs/" + first);
        assertThat(api.get("/api/sync-runs").body()).hasSize(1);
    }

    @Test
    void a_run_of_another_data_type_is_not_in_the_way() {
        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}");

        assertThat(api.post("/api/sync-runs", "{\"dataTypes\": [\"catalog\"]}").status())
                .isEqualTo(202);
    }

    @Test
    void force_cancels_the_active_run_and_takes_its_place() {
        String first = api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue();

        Api.Answer second =
                api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"force\": true, \"requestedBy\": \"Ada\"}");

        assertThat(second.status()).isEqualTo(202);
        var cancelled = api.get("/api/sync-runs/" + first).body();
        assertThat(cancelled.get("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("reason").stringValue()).isEqualTo("A forced run of Ada took its place.");
        assertThat(cancelled.get("streams"))
                .allMatch(stream -> stream.get("state").stringValue().equals("CANCELLED"));
        assertThat(second.body().get("state").stringValue()).isEqualTo("REQUESTED");
    }

    @Test
    void force_for_one_data_type_leaves_the_other_streams_of_the_run_alone() {
        UUID first = UUID.fromString(
                api.post("/api/sync-runs", "{}").body().get("id").stringValue());
        List<String> others = List.of("catalog", "categories", "inventory", "locations");
        clock.advance(Duration.ofSeconds(1));

        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"force\": true, \"requestedBy\": \"Ada\"}");

        var goesOn = api.get("/api/sync-runs/" + first).body();
        assertThat(goesOn.get("state").stringValue()).isEqualTo("REQUESTED");
        assertThat(goesOn.get("streams"))
                .extracting(stream -> stream.get("state").stringValue())
                .containsExactly("REQUESTED", "REQUESTED", "REQUESTED", "REQUESTED", "CANCELLED");
        assertThat(goesOn.at("/streams/4/failure/detail").stringValue())
                .isEqualTo("A forced run of Ada took its place.");

        others.forEach(other -> progress.planned(new Said(first, DataType.of(other)).planned()));

        var ended = api.get("/api/sync-runs/" + first).body();
        assertThat(ended.get("state").stringValue()).isEqualTo("PARTIAL");
        assertThat(ended.get("streams"))
                .extracting(stream -> stream.get("state").stringValue())
                .containsExactly("COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED", "CANCELLED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"dataTypes\": [\"order\"]}                    | dataTypes   | There is no data type 'order'; there are: catalog, categories, inventory, locations, orders.",
                "{\"dataTypes\": []}                             | dataTypes   | Name at least one data type",
                "{\"dataTypes\": [null]}                         | dataTypes   | There is no data type 'null'",
                "{\"dataTypes\": \"orders\"}                     | dataTypes   | The field 'dataTypes' does not have the right type.",
                "{\"since\": \"yesterday\"}                      | since       | 'yesterday' is neither a date",
                "{\"since\": \"2026-02-30\"}                     | since       | '2026-02-30' is neither a date",
                "{\"since\": \"2026-11-22T12:00:01Z\"}           | since       | '2026-11-22T12:00:01Z' is in the future.",
                "{\"since\": \"-999999999-01-01\"}               | since       | is before 2000",
                "{\"since\": \"2026-01-01\", \"full\": true}     | since       | not for both",
                "{\"full\": \"perhaps\"}                         | full        | The field 'full' does not have the right type.",
                "{\"requestedBy\": \" \"}                        | requestedBy | Give 1 to 100 characters",
                "{\"requestedBy\": \"a\\r\\nb\"}               | requestedBy | control characters",
                "{\"datatypes\": [\"orders\"]}                   | datatypes   | There is no field 'datatypes'; there are: dataTypes, force, full, requestedBy, since.",
            })
    void a_wrong_field_is_named(String body, String field, String detail) {
        Api.Answer answer = api.post("/api/sync-runs", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:invalid-field");
        assertThat(answer.body().get("field").stringValue()).isEqualTo(field);
        assertThat(answer.body().get("pointer").stringValue()).isEqualTo("#/" + field);
        assertThat(answer.body().get("detail").stringValue()).contains(detail);
        assertThat(api.get("/api/sync-runs").body()).isEmpty();
    }

    @Test
    void broken_json_is_refused() {
        Api.Answer answer = api.post("/api/sync-runs", "{\"dataTypes\": [");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("detail").stringValue()).isEqualTo("The request's body is not readable JSON.");
    }

    @ParameterizedTest
    @CsvSource({"/api/sync-runs/no-id", "/api/sync-runs/00000000-0000-0000-0000-000000000000"})
    void an_unknown_run_is_not_found(String path) {
        Api.Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:not-found");
        assertThat(answer.body().get("detail").stringValue()).startsWith("There is no run ");
    }

    @Test
    void runs_are_listed_newest_first_and_page_by_page() {
        List<String> ids = new ArrayList<>();
        for (String dataType : List.of("orders", "catalog", "locations")) {
            ids.add(api.post("/api/sync-runs", "{\"dataTypes\": [\"" + dataType + "\"]}")
                    .body()
                    .get("id")
                    .stringValue());
            clock.advance(Duration.ofSeconds(1));
        }

        var first = api.get("/api/sync-runs?limit=2").body();
        var second = api.get("/api/sync-runs?limit=2&before=" + ids.get(1)).body();

        assertThat(first.findValuesAsString("id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(second.findValuesAsString("id")).containsExactly(ids.get(0));
    }

    @ParameterizedTest
    @CsvSource({"0", "201", "many", "-1"})
    void a_limit_out_of_range_is_refused(String limit) {
        assertThat(api.get("/api/sync-runs?limit=" + limit).body().get("field").stringValue())
                .isEqualTo("limit");
    }

    @Test
    void only_one_stream_a_data_type_can_be_active_whatever_the_code_does() {
        String runId = api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .body()
                .get("id")
                .stringValue();
        UUID other = UUID.randomUUID();
        jdbc.sql("insert into sync_runs select :other, state, trigger, requested_by, full_history, since, requested_at"
                        + " from sync_runs where id = :id")
                .param("other", other)
                .param("id", UUID.fromString(runId))
                .update();

        assertThatThrownBy(() -> jdbc.sql(
                                "insert into streams (run_id, data_type, state, window_to) select :other, data_type, state, window_to from streams")
                        .param("other", other)
                        .update())
                .hasMessageContaining("one_active_stream_a_data_type");
    }

    private List<Object> hear(int count) {
        List<Object> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            heard.add(bus.hear());
        }
        return heard;
    }
}
