package dev.squaresync.systemtests;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** Runs of a system that may not answer just now. */
final class PatientRuns {

    private static final Set<String> ACTIVE = Set.of("REQUESTED", "RUNNING");
    private static final Duration UNTIL_ANSWERED = Duration.ofMinutes(3);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(6);
    private static final Duration UNTIL_HEALED = Duration.ofSeconds(60);
    private static final int ACCEPTED = 202;
    private static final int CONFLICT = 409;

    private final Http http;

    PatientRuns(Http http) {
        this.http = http;
    }

    /** Requests a run until one is there; an answer that got lost may have left one behind, which is then the one. */
    String request(RoundWork work) {
        AtomicReference<String> id = new AtomicReference<>();
        await("a run is accepted")
                .atMost(UNTIL_ANSWERED)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions()
                .until(() -> {
                    Http.Answer answer = http.post(work.path(), work.request());
                    if (answer.status() == ACCEPTED) {
                        id.set(answer.body().path("id").asString());
                    } else if (answer.status() == CONFLICT) {
                        id.set(active());
                    }
                    return id.get() != null;
                });
        return id.get();
    }

    /** False also where nobody answers: it may be active. */
    boolean hasEnded(String id) {
        try {
            JsonNode run = http.get("/api/sync-runs/" + id).body();
            return run.hasNonNull("state") && !ACTIVE.contains(run.path("state").asString());
        } catch (IllegalStateException nobodyAnswers) {
            return false;
        }
    }

    /** @return the state in which it ended */
    String awaitEnd(String id) {
        try {
            await("the run ends")
                    .atMost(LONGEST_RUN)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> hasEnded(id));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("The run has not ended: " + run(id), e);
        }
        return run(id).path("state").asString();
    }

    /** @return whether replaying the dead letters of a failed run has made it COMPLETED */
    boolean healByReplay(String id) {
        Http.Answer answer = http.post("/api/dead-letters/replay", "{\"runId\": \"" + id + "\"}");
        if (answer.status() != ACCEPTED || answer.body().path("replaying").asInt() == 0) {
            return false;
        }
        try {
            await("the run heals")
                    .atMost(UNTIL_HEALED)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .until(() -> run(id).path("state").asString().equals("COMPLETED"));
            return true;
        } catch (ConditionTimeoutException notHealed) {
            return false;
        }
    }

    JsonNode run(String id) {
        return http.get("/api/sync-runs/" + id).body();
    }

    private String active() {
        for (JsonNode run : http.get("/api/sync-runs").body().path("runs")) {
            if (ACTIVE.contains(run.path("state").asString())) {
                return run.path("id").asString();
            }
        }
        return null;
    }
}
