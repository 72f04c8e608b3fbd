package dev.squaresync.localstack.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for a service or the simulator: listens where it is told to and answers what {@code up} asks, so that the
 * commands can be tried without the services.
 */
public final class StubProgram {

    private static final String RUN = """
            {"id": "run-1", "state": "%s", "streams": [
              {"dataType": "orders", "state": "%s", "partitions": 10, "partitionsCompleted": %d, "inserted": 30391},
              {"dataType": "locations", "state": "FAILED", "partitions": 1, "failure": {"code": "forbidden", "detail": "403 from Square"}}]}
            """;

    private StubProgram() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getenv().containsKey("NOTIFIER_STUB_BREAKS") && System.getenv("SPRING_MAIL_HOST") != null) {
            System.out.println("the notifier's own reason");
            System.exit(1);
        }
        String managementPort = System.getenv("MANAGEMENT_SERVER_PORT");
        if (managementPort != null) {
            listen(Integer.parseInt(managementPort)).start();
        }
        HttpServer server = listen(port(arguments));
        AtomicInteger asked = new AtomicInteger();
        server.createContext("/api/sync-runs", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                answer(exchange, 202, "{\"id\": \"run-1\"}");
            } else {
                answer(exchange, 200, run(asked.incrementAndGet()));
            }
        });
        server.start();
    }

    private static HttpServer listen(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", exchange -> answer(exchange, 200, "{}"));
        return server;
    }

    private static int port(String[] arguments) {
        return Integer.parseInt(Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("--port="))
                .map(argument -> argument.substring("--port=".length()))
                .findFirst()
                .orElseGet(() -> System.getenv("SERVER_PORT")));
    }

    private static String run(int asked) {
        return asked < 4 ? RUN.formatted("RUNNING", "RUNNING", asked * 2) : RUN.formatted("PARTIAL", "COMPLETED", 10);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
