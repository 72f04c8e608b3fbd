package dev.squaresync.localstack.scheduler;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the scheduler for runs. */
public final class SchedulerApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int ACCEPTED = 202;
    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final String url;
    private final String token;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    public SchedulerApi(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /**
     * Requests a run of all data types.
     *
     * @param requestedBy the name in the history
     * @return the run's id, empty when another run is active
     * @throws IOException if the scheduler does not answer, or not as it should
     */
    public Optional<String> request(boolean full, String requestedBy) throws IOException {
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(url + "/api/sync-runs"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"full\": %s, \"requestedBy\": \"%s\"}".formatted(full, requestedBy))));
        if (response.statusCode() == CONFLICT) {
            return Optional.empty();
        }
        return Optional.of(tree(response, ACCEPTED).path("id").asString());
    }

    /** @throws IOException if the scheduler does not answer, or not as it should */
    public RunStatus run(String id) throws IOException {
        return RunStatus.of(tree(send(HttpRequest.newBuilder(URI.create(url + "/api/sync-runs/" + id))), OK));
    }

    /**
     * The newest run that has not ended.
     *
     * @throws IOException if the scheduler does not answer, or not as it should
     */
    public Optional<String> activeRun() throws IOException {
        JsonNode runs = tree(send(HttpRequest.newBuilder(URI.create(url + "/api/sync-runs"))), OK);
        return StreamSupport.stream((runs.isArray() ? runs : runs.path("runs")).spliterator(), false)
                .map(RunStatus::of)
                .filter(run -> !run.hasEnded())
                .map(RunStatus::id)
                .findFirst();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(
                    request.timeout(TIMEOUT)
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the scheduler", e);
        }
    }

    private JsonNode tree(HttpResponse<String> response, int expected) throws IOException {
        if (response.statusCode() != expected) {
            throw new IOException("the scheduler answered " + response.statusCode() + " to "
                    + response.request().method() + " "
                    + response.request().uri().getPath() + ": "
                    + response.body());
        }
        try {
            return json.readTree(response.body());
        } catch (JacksonException e) {
            throw new IOException("the scheduler's answer is not JSON: " + response.body(), e);
        }
    }
}
