package dev.squaresync.localstack.rabbitmq;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Makes virtual hosts in a broker through its management API. */
public final class VirtualHosts {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RabbitMqSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public VirtualHosts(RabbitMqSettings settings) {
        this.settings = settings;
    }

    /** Makes a virtual host in which the broker's administrator may do everything. */
    public void create(String name) {
        send("PUT", "/api/vhosts/" + encoded(name), "{}");
        send(
                "PUT",
                "/api/permissions/" + encoded(name) + "/" + encoded(settings.user()),
                "{\"configure\": \".*\", \"write\": \".*\", \"read\": \".*\"}");
    }

    /** Deletes a virtual host with everything in it. */
    public void delete(String name) {
        send("DELETE", "/api/vhosts/" + encoded(name), "");
    }

    private void send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.managementPort() + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + credentials())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "RabbitMQ answered " + response.statusCode() + " to " + method + " " + path);
            }
        } catch (IOException e) {
            throw new IllegalStateException("RabbitMQ's management API did not answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during " + method + " " + path, e);
        }
    }

    private String credentials() {
        byte[] plain = (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(plain);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
