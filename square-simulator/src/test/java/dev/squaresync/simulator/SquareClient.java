package dev.squaresync.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A client as plain as can be: it hides nothing of what the simulator answers. */
final class SquareClient {
    static final String TOKEN = "token-of-the-tests";
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI baseUrl;
    private final HttpClient http = HttpClient.newHttpClient();

    SquareClient(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    static ObjectNode body(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Square-Version", "2026-08-19")
                .timeout(Duration.ofMinutes(1));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    HttpResponse<String> post(String path, JsonNode body) {
        return send(request(path).POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> control(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(baseUrl + "/control" + path))
                .method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    /** Fails unless the reply is a 200. */
    static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /** Fails unless the reply is the error. */
    static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).at("/errors/0/code").asString())
                .isEqualTo(code);
    }

    List<String> locationIds() {
        List<String> ids = new ArrayList<>();
        ok(get("/v2/locations"))
                .path("locations")
                .forEach(location -> ids.add(location.path("id").asString()));
        return ids;
    }

    /** A search by updated_at, ascending, at these locations. */
    ObjectNode orderSearch(List<String> locations, int limit) {
        ObjectNode search = body("{'query':{'filter':{'date_time_filter':{'updated_at':"
                + "{'start_at':'2000-01-01T00:00:00Z'}}},'sort':{'sort_field':'UPDATED_AT','sort_order':'ASC'}}}");
        ArrayNode ids = search.putArray("location_ids");
        locations.forEach(ids::add);
        return search.put("limit", limit);
    }

    /** The objects of all pages of a POST listing. */
    List<JsonNode> all(String path, ObjectNode query, String array) {
        List<JsonNode> objects = new ArrayList<>();
        ObjectNode body = query.deepCopy();
        for (int page = 0; page < 10_000; page++) {
            JsonNode reply = ok(post(path, body));
            reply.path(array).forEach(objects::add);
            if (!reply.has("cursor")) {
                return objects;
            }
            body.put("cursor", reply.path("cursor").asString());
        }
        throw new AssertionError("The listing does not end.");
    }
}
