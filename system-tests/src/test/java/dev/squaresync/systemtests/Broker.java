package dev.squaresync.systemtests;

import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.stack.Endpoints;
import dev.squaresync.messaging.Topology;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.databind.JsonNode;

/** The broker, through its management API. */
final class Broker {

    private static final Duration UNTIL_DRAINED = Duration.ofMinutes(3);

    private final Http http;

    Broker(Endpoints endpoints) {
        String credentials = URI.create(endpoints.get("RABBITMQ_URL")).getUserInfo();
        this.http = new Http(
                endpoints.get("RABBITMQ_MANAGEMENT_URL"),
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Closes every client's connection, as an operator can. */
    void closeConnections() {
        // The management API answers some seconds after the broker does.
        JsonNode connections = await("the management API answers")
                .atMost(UNTIL_DRAINED)
                .ignoreExceptions()
                .until(() -> http.get("/api/connections").body(), JsonNode::isArray);
        for (JsonNode connection : connections) {
            String name = URLEncoder.encode(connection.path("name").asString(), StandardCharsets.UTF_8);
            http.delete("/api/connections/" + name.replace("+", "%20"));
        }
    }

    /** Returns when no queue of work holds a message; heartbeats come for ever. The numbers of the management API are some seconds old. */
    void awaitDrained() {
        await("every queue is empty")
                .atMost(UNTIL_DRAINED)
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(6))
                .ignoreExceptions()
                .until(() -> messages() == 0);
    }

    private long messages() {
        long messages = 0;
        for (JsonNode queue : http.get("/api/queues").body()) {
            if (!queue.path("name").asString().equals(Topology.NEWS.name())) {
                messages += queue.path("messages").asLong(1);
            }
        }
        return messages;
    }
}
