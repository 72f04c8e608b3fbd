package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The shop at Square: its own truth, and what happens to it, through the simulator's control API. */
final class Shop {

    private final Http http;

    Shop(String baseUrl) {
        this.http = new Http(baseUrl, "none needed");
    }

    /** Every object that Square would give now, tombstones included; to be closed. */
    Stream<JsonNode> truth(String dataType) {
        return http.lines("/control/truth/" + dataType);
    }

    void behave() {
        done(http.delete("/control/faults"));
        latency(0);
        done(http.post("/control/rate-limit", "{\"requestsPerSecond\": null, \"retryAfterSeconds\": null}"));
    }

    void latency(int millis) {
        done(http.post("/control/latency", "{\"millis\": " + millis + "}"));
    }

    void rateLimit(int requestsPerSecond) {
        done(http.post("/control/rate-limit", "{\"requestsPerSecond\": " + requestsPerSecond + "}"));
    }

    /** @param fault as the control API takes it, such as {@code "kind": "truncated", "times": 2} */
    void misbehave(String fault) {
        done(http.post("/control/faults", "[{" + fault + "}]"));
    }

    /** @param changes as the control API takes them, such as {@code "orders": 50, "deleteItems": 3} */
    void change(String changes) {
        done(http.post("/control/changes", "{" + changes + "}"));
    }

    /** Whether changes that were to come in the middle of a run have come. */
    boolean hasPendingChanges() {
        return http.get("/control/state").body().path("pendingChanges").asInt() > 0;
    }

    /** Kinds of faults that no request has met yet. */
    List<String> faultsLeft() {
        List<String> kinds = new ArrayList<>();
        http.get("/control/state")
                .body()
                .path("faults")
                .forEach(fault -> kinds.add(fault.path("kind").asString()));
        return kinds;
    }

    private static void done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }
}
