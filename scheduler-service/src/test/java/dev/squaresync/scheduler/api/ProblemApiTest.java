package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever goes wrong under /api is told as a problem with a stable type. */
@SchedulerTest
class ProblemApiTest {

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "GET   | /api/nowhere                | -                    | -                    | 404 | not-found",
                "GET   | /api                        | -                    | -                    | 404 | not-found",
                "DELETE| /api/sync-runs              | -                    | -                    | 405 | method-not-allowed",
                "GET   | /api/status                 | Accept               | image/png            | 406 | not-acceptable",
                "GET   | /api/sync-runs/1            | Accept               | text/html            | 404 | not-found",
                "POST  | /api/sync-runs              | Content-Type         | text/plain           | 415 | unsupported-media-type",
                "GET   | /api/status                 | API-Version          | 2                    | 400 | unsupported-version",
                "GET   | /api/status                 | API-Version          | one                  | 400 | unsupported-version",
                "GET   | /api/sync-runs/a%3Bb        | -                    | -                    | 400 | bad-request",
                "PATCH | /api/schedules/orders       | -                    | -                    | 400 | unreadable",
            })
    void a_wrong_request(String method, String path, String header, String value, int status, String type) {
        HttpRequest.Builder request = api.bearing(Surroundings.API_TOKEN, method, path, "[");
        if (header != null) {
            request.setHeader(header, value);
        }

        Api.Answer answer = api.send(request.build());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(Letters.text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:" + type);
        assertThat(Letters.text(answer.body(), "/instance")).isEqualTo(path);
        assertThat(answer.body().get("status").intValue()).isEqualTo(status);
    }

    @Test
    void the_supported_versions_are_named() {
        HttpRequest request = api.bearing(Surroundings.API_TOKEN, "GET", "/api/status", "")
                .header("API-Version", "99")
                .build();

        assertThat(api.send(request).body().at("/supported/0").stringValue()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"1", "1.0"})
    void the_first_version_may_be_asked_for(String version) {
        HttpRequest request = api.bearing(Surroundings.API_TOKEN, "GET", "/api/status", "")
                .header("API-Version", version)
                .build();

        assertThat(api.send(request).status()).isEqualTo(200);
    }

    @Test
    void the_methods_that_are_possible_are_named() {
        Api.Answer answer = api.send(api.bearing(Surroundings.API_TOKEN, "DELETE", "/api/sync-runs", "")
                .build());

        assertThat(answer.response().headers().firstValue("Allow")).contains("GET, POST");
    }

    @Test
    void a_run_that_is_in_the_way_is_linked() {
        String active = Letters.text(api.post("/api/sync-runs", "{}").body(), "/id");

        Api.Answer refused = api.post("/api/schedules/orders/trigger", "");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.response().headers().firstValue("Link"))
                .contains("</api/sync-runs/" + active + ">; rel=\"related\"");
        assertThat(Letters.text(refused.body(), "/run")).isEqualTo("/api/sync-runs/" + active);
    }

    @Test
    void the_place_in_the_body_is_pointed_at() {
        Api.Answer answer = api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\", {}]}");

        assertThat(Letters.text(answer.body(), "/field")).isEqualTo("dataTypes");
        assertThat(Letters.text(answer.body(), "/pointer")).isEqualTo("#/dataTypes/1");
    }

    @Test
    void what_nobody_expected_tells_nothing_of_its_inside() {
        jdbc.sql("alter table schedules rename to schedules_away").update();
        try {
            Api.Answer answer = api.get("/api/schedules");

            assertThat(answer.status()).isEqualTo(500);
            assertThat(Letters.text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:unexpected");
            assertThat(answer.response().body())
                    .doesNotContain("schedules_away", "select", "Exception", "java", "relation");
        } finally {
            jdbc.sql("alter table schedules_away rename to schedules").update();
        }
    }

    @Test
    void the_same_rows_being_busy_is_told_as_such() {
        jdbc.sql("create function busy() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'busy' using errcode = '55P03'; end $$")
                .update();
        jdbc.sql("create trigger busy before insert on sync_runs execute function busy()")
                .update();
        try {
            Api.Answer answer = api.post("/api/sync-runs", "{}");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(Letters.text(answer.body(), "/type")).isEqualTo("urn:square-sync:problem:database-busy");
            assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
        } finally {
            jdbc.sql("drop trigger busy on sync_runs").update();
            jdbc.sql("drop function busy()").update();
        }
    }
}
