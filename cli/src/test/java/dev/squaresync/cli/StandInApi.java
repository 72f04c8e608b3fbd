package dev.squaresync.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as RabbitMQ's management API or Square does, with what a test has laid out. */
final class StandInApi implements AutoCloseable {

    private final HttpServer server;
    private final String authorization;
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();

    private record Reply(int status, String body) {}

    /** @param authorization the header without which it answers 401 */
    StandInApi(String authorization) {
        this.authorization = authorization;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** @param request method and path with query; a later answer replaces an earlier one */
    StandInApi on(String request, int status, String body) {
        replies.put(request, new Reply(status, body));
        return this;
    }

    /** Method, path and body of each request, in order. */
    List<String> requests() {
        return requests;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((request + " " + body).strip());
        boolean known = authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Reply reply = known ? replies.getOrDefault(request, new Reply(404, "{}")) : new Reply(401, "{}");
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
