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
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the scheduler, and what its answers mean. */
final class SchedulerHttp {

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

    SchedulerHttp(URI scheduler, String token, String advice) {
        this.scheduler = scheduler;
        this.token = token;
        this.advice = advice;
    }

    <T> Answer<T> get(String path, TypeReference<T> type) {
        return send(to(path).GET(), type);
    }

    <T> Answer<T> post(String path, TypeReference<T> type) {
        return send(to(path).POST(BodyPublishers.noBody()), type);
    }

    <T> Answer<T> post(String path, Object body, TypeReference<T> type) {
        return call("POST", path, body, type);
    }

    <T> Answer<T> patch(String path, Object body, TypeReference<T> type) {
        return call("PATCH", path, body, type);
    }

    void put(String path, Object body) {
        sendForNothing(to(path).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    void delete(String path) {
        sendForNothing(to(path).DELETE());
    }

    /**
     * Starts something, and if the answer gets lost asks once more: by the key the scheduler knows that it is the same request, and
     * starts nothing twice.
     *
     * @param body null: none
     */
    <T> Answer<T> start(String path, @Nullable Object body, TypeReference<T> type) {
        HttpRequest.Builder request =
                to(path).header("Idempotency-Key", UUID.randomUUID().toString());
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        try {
            return send(request, type);
        } catch (Unreachable e) {
            if (e.nothingArrived()) {
                throw e;
            }
            return send(request, type);
        }
    }

    /** As a segment of a path, or a value in a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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

    private void sendForNothing(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() / 100 != 2) {
            throw refused(response);
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
        String unsaid = "The scheduler answered HTTP " + status + ".";
        try {
            JsonNode problem = json.readTree(response.body());
            return new Refused(
                    status,
                    problem.path("type").asString(""),
                    problem.path("detail").asString(unsaid));
        } catch (JacksonException e) {
            return new Refused(status, "", unsaid);
        }
    }
}
