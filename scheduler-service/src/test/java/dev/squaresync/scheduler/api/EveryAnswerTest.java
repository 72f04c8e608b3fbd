package dev.squaresync.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every answer that the document promises is given once; {@link Api} checks that each is as the document says. */
@SchedulerTest
class EveryAnswerTest {

    private static final String NOBODY = new UUID(0, 0).toString();
    private static final String KEY = "Idempotency-Key";

    @Autowired
    private Api api;

    @Autowired
    private Letters letters;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_answer_in_the_document_is_given() {
        runs();
        schedules();
        deadLetters();
        access();
        notices();
        api.get("/api/status");
        jdbc.sql("insert into workers (service, instance, version, started_at, seen_at)"
                        + " values ('fetcher', 'a-1', '1', '2026-11-22T11:00:00Z', '2026-11-22T12:00:00Z')")
                .update();
        jdbc.sql("insert into notices (channel, kind, subject, state, at)"
                        + " values ('mail', 'run-ended', 'COMPLETED', 'SENT', '2026-11-22T12:00:00Z')")
                .update();
        assertThat(api.get("/api/system").body().at("/notices")).isNotEmpty();
        api.get("/api/audit");
        api.get("/api/openapi.yaml");
        api.get("/api/openapi.json");
        String viewer = Letters.text(
                api.post("/api/tokens", "{\"name\": \"looks\", \"role\": \"viewer\"}")
                        .body(),
                "/token");
        api.contract()
                .document()
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> refused(method.toUpperCase(Locale.ROOT), path.getKey(), viewer)));

        assertThat(new TreeSet<>(api.contract().seen())).containsAll(promised());
    }

    private void runs() {
        String run = Letters.text(api.post("/api/sync-runs", "{}", KEY, "a").body(), "/id");
        api.post("/api/sync-runs", "{\"full\": true}", KEY, "a");
        api.post("/api/sync-runs", "{}");
        api.post("/api/sync-runs/" + run + "/repeat", "", KEY, "a");
        api.post("/api/sync-runs/" + run + "/repeat", "");
        api.post("/api/schedules/orders/trigger", "", KEY, "a");
        api.post("/api/schedules/orders/trigger", "");
        jdbc.sql("insert into retries (run_id, data_type, queue, attempt, attempts, code, reason, at, next_try_at)"
                        + " values (:run, 'orders', 'q', 1, 3, 'c', 'r', now(), now())")
                .param("run", UUID.fromString(run))
                .update();
        assertThat(api.get("/api/sync-runs/" + run + "/retries").body()).hasSize(1);
        api.get("/api/sync-runs/" + run);
        api.get("/api/sync-runs");
        api.post("/api/sync-runs/" + run + "/cancel", "");
        api.post("/api/sync-runs/" + run + "/cancel", "");
        String again =
                Letters.text(api.post("/api/sync-runs/" + run + "/repeat", "").body(), "/id");
        api.post("/api/sync-runs/" + again + "/cancel", "");
        String undo = Letters.text(
                api.post("/api/sync-runs/" + run + "/rollback", "{}").body(), "/id");
        api.post("/api/sync-runs/" + run + "/rollback", "{}");
        api.post("/api/sync-runs/" + run + "/rollback", "{}", KEY, "a");
        revalidated("/api/sync-runs/" + undo + "/rollback");
        api.post("/api/sync-runs/" + undo + "/cancel", "");
        verification();
        revalidated("/api/sync-runs");
        revalidated("/api/sync-runs/" + run);
        revalidated("/api/status");
        revalidated("/api/openapi.yaml");
        revalidated("/api/openapi.json");
    }

    private void notices() {
        assertThat(api.post("/api/notices/test", "").status()).isEqualTo(202);
    }

    private void verification() {
        api.post("/api/verifications", "{\"dataTypes\": [\"nothing\"]}");
        assertThat(api.post("/api/verifications", "{}").status())
                .as("nothing was synced")
                .isEqualTo(409);
        jdbc.sql("insert into watermarks (data_type, complete_up_to, run_id, moved_at)"
                        + " values ('orders', '2026-11-22T11:00:00Z', gen_random_uuid(), '2026-11-22T11:00:00Z')")
                .update();
        String run = Letters.text(
                api.post("/api/verifications", "{\"repair\": true}", KEY, "v").body(), "/id");
        api.post("/api/verifications", "{\"repair\": false}", KEY, "v");
        jdbc.sql("update verifications set judged_at = '2026-11-22T12:00:00Z', seen = 2, found = 1, repaired = 0")
                .update();
        jdbc.sql("insert into verification_findings (run_id, data_type, object_id, kind, location_id, day)"
                        + " values (:run, 'orders', 'O1', 'MISSING', 'L1', '2026-11-21')")
                .param("run", UUID.fromString(run))
                .update();
        jdbc.sql(
                        "insert into verification_days (run_id, data_type, day, location_id, location_name, objects, found,"
                                + " square_money, mirror_money) values (:run, 'orders', '2026-11-21', 'L1', 'Harbour', 2, 1, 9, 4)")
                .param("run", UUID.fromString(run))
                .update();
        revalidated("/api/sync-runs/" + run + "/verification");
        api.post("/api/sync-runs/" + run + "/cancel", "");
    }

    private void schedules() {
        api.get("/api/schedules");
        api.get("/api/schedules/orders");
        api.patch("/api/schedules/orders", "{\"paused\": true}");
        api.post("/api/schedules/orders/preview", "{\"cron\": \"0 30 6 * * MON-FRI\"}");
        api.post("/api/schedules/orders/trigger", "");
        revalidated("/api/schedules");
        revalidated("/api/schedules/orders");
    }

    private void deadLetters() {
        String replayed = letters.giveUp("orders", "p1", "square-unavailable");
        String discarded = letters.giveUp("orders", "p2", "square-unavailable");
        letters.giveUp("orders", "p3", "one");
        letters.giveUp("orders", "p4", "two");
        api.get("/api/dead-letters/groups");
        api.get("/api/dead-letters/" + replayed);
        api.post("/api/dead-letters/" + replayed + "/replay", "");
        api.post("/api/dead-letters/" + replayed + "/replay", "");
        api.post("/api/dead-letters/" + discarded + "/discard", "{\"reason\": \"Why.\"}");
        api.post("/api/dead-letters/" + discarded + "/discard", "{\"reason\": \"Why.\"}");
        String job = Letters.text(
                api.post("/api/dead-letters/replay", "{\"code\": \"one\"}").body(), "/job");
        api.get("/api/replay-jobs/" + job);
        api.post("/api/dead-letters/discard", "{\"all\": true, \"reason\": \"Why.\"}");
    }

    private void access() {
        String ada = "{\"name\": \"ada\", \"role\": \"viewer\", \"password\": \"four words are many\"}";
        api.post("/api/people", ada);
        api.post("/api/people", ada);
        api.get("/api/people");
        send("PUT", "/api/people/ada/password", "{\"password\": \"five words are even more\"}");
        send("DELETE", "/api/people/ada", "");
        String token = "{\"name\": \"nightly\", \"role\": \"viewer\"}";
        String id = Letters.text(api.post("/api/tokens", token).body(), "/id");
        api.post("/api/tokens", token);
        api.get("/api/tokens");
        send("DELETE", "/api/tokens/" + id, "");
    }

    /** What every operation refuses in the same way. */
    private void refused(String method, String template, String viewer) {
        String path =
                template.replace("{id}", NOBODY).replace("{name}", "nobody").replace("{dataType}", "nothing");
        String body = bodyFor(template);
        api.send(api.request(method, path, body).build());
        api.send(api.bearing(viewer, method, path, body).build());
        api.send(api.bearing(Surroundings.API_TOKEN, method, path, body)
                .header("API-Version", "99")
                .build());
        if (template.contains("{")) {
            send(method, path, bodyFor(template));
        }
        if (!method.equals("GET")) {
            api.send(api.bearing(Surroundings.API_TOKEN, method, path, "a")
                    .setHeader("Content-Type", "text/plain")
                    .build());
        }
    }

    private static String bodyFor(String template) {
        if (template.endsWith("/password")) {
            return "{\"password\": \"four words are many\"}";
        }
        return template.endsWith("/discard") ? "{\"reason\": \"Why.\"}" : "{}";
    }

    private void revalidated(String path) {
        String etag = api.get(path).response().headers().firstValue("ETag").orElseThrow();
        HttpRequest again = api.bearing(Surroundings.API_TOKEN, "GET", path, "")
                .header("If-None-Match", etag)
                .build();
        api.send(again);
    }

    private void send(String method, String path, String body) {
        api.send(api.bearing(Surroundings.API_TOKEN, method, path, body).build());
    }

    private Set<String> promised() {
        Set<String> promised = new TreeSet<>();
        for (JsonNode path : api.contract().document().get("paths")) {
            for (JsonNode operation : path) {
                operation.get("responses").propertyNames().stream()
                        .filter(status -> !status.equals("default"))
                        .forEach(status ->
                                promised.add(operation.get("operationId").stringValue() + " " + status));
            }
        }
        return promised;
    }
}
