package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import dev.squaresync.scheduler.run.RunFilter;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.Trigger;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists: filters, pages, and asking whether anything has changed. */
@SchedulerTest
class RunListApiTest {

    @Autowired
    private Api api;

    @Autowired
    private RunReports reports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                           | catalog locations orders",
                "state=CANCELLED                              | orders",
                "state=REQUESTED                              | catalog locations",
                "dataType=catalog                             | catalog",
                "trigger=schedule                             | locations",
                "trigger=request&state=REQUESTED              | catalog",
                "from=2026-11-22T12:30:00Z                    | catalog locations",
                "to=2026-11-22T12:30:00Z                      | orders",
                "from=2026-11-22&to=2026-11-23                | catalog locations orders",
                "from=2026-11-23                              | ''",
            })
    void a_filter_narrows_the_list(String filter, String found) {
        threeRuns();

        assertThat(String.join(" ", dataTypes(api.get("/api/sync-runs?" + filter))))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "state=DONE              | state    | 'DONE' is none of REQUESTED, RUNNING, COMPLETED, PARTIAL, FAILED, CANCELLED.",
                "dataType=order          | dataType | 'order' is none of catalog, categories, inventory, locations, orders.",
                "trigger=hand            | trigger  | 'hand' is none of schedule, request, direct.",
                "from=yesterday          | from     | 'yesterday' is neither a date",
                "to=%2B999999999-12-31   | to       | is neither a date",
                "before=1                | before   | '1' is no id, which is a UUID.",
            })
    void a_wrong_parameter_is_named(String filter, String field, String detail) {
        Api.Answer answer = api.get("/api/sync-runs?" + filter);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Letters.text(answer.body(), "/field")).isEqualTo(field);
        assertThat(Letters.text(answer.body(), "/detail")).contains(detail);
    }

    @Test
    void each_state_has_its_count_whatever_state_is_looked_at() {
        threeRuns();

        RunFilter requests = new RunFilter(RunState.FAILED, null, null, Trigger.REQUEST, null, null);
        assertThat(reports.countsByState(requests).toString())
                .isEqualTo("{REQUESTED=1, RUNNING=0, COMPLETED=0, PARTIAL=0, FAILED=0, CANCELLED=1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/sync-runs?from=2026-11-22T13%3A00%3A00%2B01%3A00&", "/api/audit?", "/api/dead-letters?"})
    void the_next_page_is_linked_until_the_last(String list) {
        threeRuns();
        jdbc.sql("""
                        insert into dead_letters (id, fingerprint, state, queue, code, reason, attempts, headers, body,
                                                  first_seen_at, last_seen_at)
                        select gen_random_uuid(), n::text, 'OPEN', 'q', 'c', '', 4, '{}', '', now(), now()
                        from generate_series(1, 5) n
                        """).update();

        List<String> ids = new ArrayList<>();
        String next = list + "limit=2";
        int pages = 0;
        while (next != null) {
            Api.Answer page = api.get(next);
            assertThat(page.status()).isEqualTo(200);
            ids.addAll(page.body().findValues("id").stream()
                    .map(id -> id.asString())
                    .toList());
            pages++;
            next = next(page.response()).orElse(null);
        }

        assertThat(pages).isGreaterThan(1);
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/status", "/api/sync-runs", "/api/schedules", "/api/schedules/orders", "/api/openapi.json"})
    void what_has_not_changed_is_not_sent_again(String path) {
        String etag = header(api.get(path).response(), "ETag").orElseThrow();

        Api.Answer same = api.send(api.bearing(Surroundings.API_TOKEN, "GET", path, "")
                .header("If-None-Match", etag)
                .build());

        assertThat(same.status()).isEqualTo(304);
        assertThat(header(same.response(), "Cache-Control")).contains("private, no-cache");
    }

    @Test
    void what_has_changed_is_sent() {
        String etag = header(api.get("/api/sync-runs").response(), "ETag").orElseThrow();
        api.post("/api/sync-runs", "{}");

        assertThat(api.send(api.bearing(Surroundings.API_TOKEN, "GET", "/api/sync-runs", "")
                                .header("If-None-Match", etag)
                                .build())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void contents_of_dead_letters_are_kept_nowhere() {
        assertThat(header(api.get("/api/dead-letters").response(), "Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    private void threeRuns() {
        String orders = Letters.text(
                api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}").body(), "/id");
        api.post("/api/sync-runs/" + orders + "/cancel", "");
        clock.advance(Duration.ofHours(1));
        api.post("/api/sync-runs", "{\"dataTypes\": [\"locations\"]}");
        jdbc.sql("update sync_runs set trigger = 'schedule' where state = 'REQUESTED'")
                .update();
        clock.advance(Duration.ofHours(1));
        api.post("/api/sync-runs", "{\"dataTypes\": [\"catalog\"]}");
    }

    private static List<String> dataTypes(Api.Answer runs) {
        return runs.body()
                .valueStream()
                .map(run -> Letters.text(run, "/streams/0/dataType"))
                .toList();
    }

    private static Optional<String> next(HttpResponse<?> response) {
        return header(response, "Link")
                .map(link -> link.substring(1, link.indexOf('>')))
                .filter(link -> header(response, "Link").orElse("").endsWith("rel=\"next\""));
    }

    private static Optional<String> header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name);
    }
}
