package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SchedulerTest
class AuditApiTest {

    @Autowired
    private Api api;

    @Test
    void who_asked_for_a_run_is_remembered() {
        String runId = api.post(
                        "/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"full\": true, \"requestedBy\": \"Ada\"}")
                .body()
                .get("id")
                .stringValue();

        JsonNode entry = api.get("/api/audit").body().at("/entries/0");

        assertThat(entry.get("at").stringValue()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(entry.get("who").stringValue()).isEqualTo("Ada");
        assertThat(entry.get("action").stringValue()).isEqualTo("run.request");
        assertThat(entry.get("subject").stringValue()).isEqualTo(runId);
        assertThat(entry.get("detail").stringValue()).isEqualTo("orders: the whole history.");
    }

    @Test
    void who_changed_a_schedule_is_remembered() {
        api.patch("/api/schedules/orders", "{\"cron\": \"0 0 3 * * *\", \"paused\": true}");

        JsonNode entry = api.get("/api/audit").body().at("/entries/0");

        assertThat(entry.get("who").stringValue()).isEqualTo("api");
        assertThat(entry.get("action").stringValue()).isEqualTo("schedule.change");
        assertThat(entry.get("subject").stringValue()).isEqualTo("orders");
        assertThat(entry.get("detail").stringValue()).isEqualTo("Now cron 0 0 3 * * *, paused.");
    }

    @Test
    void what_was_refused_is_not_in_it() {
        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}");
        api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}");
        api.patch("/api/schedules/orders", "{\"cron\": \"never\"}");

        assertThat(api.get("/api/audit").body().get("entries")).hasSize(1);
    }

    @Test
    void the_newest_come_first_and_the_list_goes_on_where_it_ended() {
        for (String dataType : new String[] {"orders", "catalog", "locations"}) {
            api.patch("/api/schedules/" + dataType, "{\"paused\": true}");
        }

        JsonNode first = api.get("/api/audit?limit=2").body();
        JsonNode second =
                api.get("/api/audit?limit=2&before=" + first.get("next")).body();

        assertThat(first.get("entries"))
                .extracting(entry -> entry.get("subject").stringValue())
                .containsExactly("locations", "catalog");
        assertThat(second.get("entries"))
                .extracting(entry -> entry.get("subject").stringValue())
                .containsExactly("orders");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"limit=201, limit", "limit=x, limit", "before=x, before"})
    void a_wrong_parameter_is_named(String query, String field) {
        Api.Answer answer = api.get("/api/audit?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").stringValue()).isEqualTo(field);
    }
}
