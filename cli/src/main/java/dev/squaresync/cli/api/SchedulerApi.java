package dev.squaresync.cli.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The scheduler's REST API. Every method throws {@link Unreachable} if there is no answer, and {@link Refused} if the answer is
 * no.
 */
public final class SchedulerApi {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final URI scheduler;
    private final String token;
    private final String advice;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    /**
     * @param scheduler the address, ending in a slash
     * @param token the bearer token
     * @param advice what to do if nothing is at the address, a sentence
     */
    public SchedulerApi(URI scheduler, String token, String advice) {
        this.scheduler = scheduler;
        this.token = token;
        this.advice = advice;
    }

    public Answer<Run> request(RunRequest request) {
        return call("POST", "api/sync-runs", request, new TypeReference<Run>() {});
    }

    public Answer<Run> run(String id) {
        return get("api/sync-runs/" + encoded(id), new TypeReference<Run>() {});
    }

    /** The newest runs first. */
    public Answer<List<Run>> runs(int limit) {
        return get("api/sync-runs?limit=" + limit, new TypeReference<List<Run>>() {});
    }

    public Answer<Status> status() {
        return get("api/status", new TypeReference<Status>() {});
    }

    public Answer<List<Schedule>> schedules() {
        return get("api/schedules", new TypeReference<List<Schedule>>() {});
    }

    public Answer<Schedule> change(String dataType, ScheduleChange change) {
        return call("PATCH", "api/schedules/" + encoded(dataType), change, new TypeReference<Schedule>() {});
    }

    /** Starts a run of this data type as its schedule says. */
    public Answer<Run> trigger(String dataType) {
        return send(
                to("api/schedules/" + encoded(dataType) + "/trigger").POST(BodyPublishers.noBody()),
                new TypeReference<Run>() {});
    }

    private <T> Answer<T> get(String path, TypeReference<T> type) {
        return send(to(path).GET(), type);
    }

    private <T> Answer<T> call(String method, String path, Object body, TypeReference<T> type) {
        return send(
                to(path).header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(json.writeValueAsString(body))),
                type);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(scheduler.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json");
    }

    private <T> Answer<T> send(HttpRequest.Builder request, TypeReference<T> type) {
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
        }
        try {
            return new Answer<>(json.readValue(response.body(), type), response.body());
        } catch (JacksonException e) {
            throw new Unreachable(scheduler, response.statusCode());
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new Unreachable(scheduler, "nothing accepts the connection. " + advice, e);
        } catch (HttpTimeoutException e) {
            throw new Unreachable(scheduler, "no answer in time.", e);
        } catch (IOException e) {
            throw new Unreachable(
                    scheduler, Objects.requireNonNullElse(e.getMessage(), "the connection broke") + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(scheduler, "interrupted.", e);
        }
    }

    private RuntimeException refused(HttpResponse<String> response) {
        int status = response.statusCode();
        if (status < 400) {
            return new Unreachable(scheduler, status);
        }
        try {
            JsonNode detail = json.readTree(response.body()).path("detail");
            return new Refused(
                    status, detail.isString() ? detail.asString() : "The scheduler answered HTTP " + status + ".");
        } catch (JacksonException e) {
            return new Refused(status, "The scheduler answered HTTP " + status + ".");
        }
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
