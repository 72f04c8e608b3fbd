package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** Runs, asked for and watched through the scheduler's API. */
final class Runs {

    private static final Set<String> ENDED = Set.of("COMPLETED", "PARTIAL", "FAILED", "CANCELLED");
    private static final Duration LONGEST_RUN = Duration.ofMinutes(4);

    private final Http http;

    Runs(String schedulerUrl, String token) {
        this.http = new Http(schedulerUrl, "Bearer " + token);
    }

    /** @param request as the API takes it, such as {@code "full": true} */
    String request(String request) {
        Http.Answer answer = http.post("/api/sync-runs", "{" + request + "}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().path("id").asString();
    }

    JsonNode run(String id) {
        return http.get("/api/sync-runs/" + id).body();
    }

    /** The run once it has ended, however it did. */
    JsonNode awaitEnd(String id) {
        AtomicReference<JsonNode> last = new AtomicReference<>();
        try {
            await().atMost(LONGEST_RUN)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(() -> {
                        last.set(run(id));
                        return ENDED.contains(last.get().path("state").asString());
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("The run has not ended: " + last.get(), e);
        }
        return last.get();
    }

    /** Waits until at least so many pages of the run are committed and it still goes on. */
    void awaitMiddle(String id, int pages) {
        await().atMost(LONGEST_RUN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(id).path("progress").path("pages").asInt() >= pages);
        assertThat(run(id).path("state").asString()).as("still in the middle").isEqualTo("RUNNING");
    }

    /** Requests a run and waits for its end, which must be COMPLETED. */
    JsonNode complete(String request) {
        JsonNode run = awaitEnd(request(request));
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        return run;
    }

    /** Rolls a run back, or tries what that would do, and returns what came of it. */
    JsonNode rollBack(String id, boolean dryRun) {
        Http.Answer answer = http.post("/api/sync-runs/" + id + "/rollback", "{\"dryRun\": " + dryRun + "}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        JsonNode run = awaitEnd(answer.body().path("id").asString());
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("COMPLETED");
        return http.get("/api/sync-runs/" + run.path("id").asString() + "/rollback")
                .body();
    }

    /** Compares the mirror with Square, and returns the run that did, once it has ended. */
    JsonNode verify(boolean repair) {
        Http.Answer answer = http.post("/api/verifications", "{\"repair\": " + repair + "}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return awaitEnd(answer.body().path("id").asString());
    }

    /** What a verification has found, for each data type. */
    JsonNode verification(String id) {
        return http.get("/api/sync-runs/" + id + "/verification").body();
    }

    /** How the shop's data stands, as a sentence or more. */
    String verdict() {
        return http.get("/api/status").body().path("verdict").asString();
    }

    /** Up to when the mirror is proven to hold every change of a data type. */
    Instant completeUpTo(String dataType) {
        for (JsonNode status : http.get("/api/status").body().path("dataTypes")) {
            if (status.path("dataType").asString().equals(dataType)) {
                return Instant.parse(status.path("completeUpTo").asString());
            }
        }
        throw new AssertionError("No status of " + dataType);
    }

    /** Replays every dead letter of a run and returns their number. */
    int replay(String id) {
        Http.Answer answer = http.post("/api/dead-letters/replay", "{\"runId\": \"" + id + "\"}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().path("replaying").asInt();
    }

    static JsonNode stream(JsonNode run, String dataType) {
        for (JsonNode stream : run.path("streams")) {
            if (stream.path("dataType").asString().equals(dataType)) {
                return stream;
            }
        }
        throw new AssertionError("No stream of " + dataType + " in " + run);
    }

    static int sum(JsonNode run, List<String> counts) {
        int sum = 0;
        for (JsonNode stream : run.path("streams")) {
            for (String count : counts) {
                sum += stream.path(count).asInt();
            }
        }
        return sum;
    }
}
