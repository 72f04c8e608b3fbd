package dev.squaresync.cli.doctor.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** An HTTP API that speaks JSON. Redirects are not followed, because the credentials would go with them. */
public final class JsonApi {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(15);

    private final URI base;
    private final @Nullable String authorization;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = JsonMapper.builder().build();

    private JsonApi(URI base, @Nullable String authorization) {
        this.base = base.getPath().endsWith("/") ? base : URI.create(base + "/");
        this.authorization = authorization;
    }

    public static JsonApi open(URI base) {
        return new JsonApi(base, null);
    }

    /** @param token printable ASCII */
    public static JsonApi withToken(URI base, String token) {
        return new JsonApi(base, "Bearer " + token);
    }

    public static JsonApi withPassword(URI base, String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new JsonApi(base, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** The address, which holds no credentials. */
    public URI base() {
        return base;
    }

    public Reply get(String path) throws NoAnswer {
        return send(to(path).GET());
    }

    public Reply post(String path, Object body) throws NoAnswer {
        return send(to(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body))));
    }

    private HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", "application/json");
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private Reply send(HttpRequest.Builder request) throws NoAnswer {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), read(response.body()));
        } catch (ConnectException e) {
            throw new NoAnswer("Nothing accepts a connection at " + base + ".");
        } catch (HttpTimeoutException e) {
            throw new NoAnswer(base + " gave no answer in time.");
        } catch (IOException e) {
            throw new NoAnswer("The connection to " + base + " broke: "
                    + Objects.requireNonNullElse(e.getMessage(), "without a reason") + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("Interrupted.");
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
