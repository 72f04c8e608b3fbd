package dev.squaresync.localstack.service;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Tells whether a program is ready to work. */
@FunctionalInterface
public interface Readiness {

    Duration TIMEOUT = Duration.ofSeconds(3);

    boolean isReady();

    /** Ready when the address answers with a status of 2xx. */
    static Readiness http(URI address) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        return () -> {
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                / 100
                        == 2;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /** Ready when somebody listens on the port. */
    static Readiness tcp(int port) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), (int) TIMEOUT.toMillis());
                return true;
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
