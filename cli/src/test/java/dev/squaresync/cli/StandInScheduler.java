package dev.squaresync.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as the scheduler does, with what a test has laid out; the last answer to a request stays. */
final class StandInScheduler implements AutoCloseable {

    static final String TOKEN = "token-for-tests";

    private final HttpServer server;
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> idempotencyKeys = new ArrayList<>();

    private record Reply(int status, String body) {}

    StandInScheduler() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param request method and path with query, such as {@code GET /api/status} */
    StandInScheduler on(String request, int status, String body) {
        replies.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Reply(status, body));
        return this;
    }

    /** Takes the request, and breaks the connection off instead of answering. */
    StandInScheduler breakOff(String request) {
        return on(request, 0, "");
    }

    /** The keys by which requests to start something could be known again, in order. */
    List<String> idempotencyKeys() {
        return idempotencyKeys;
    }

    /** Method, path and body of each request, in order. */
    List<String> requests() {
        return requests;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add((request + " " + body).strip());
        Reply reply = reply(exchange, request);
        if (exchange.getRequestHeaders().containsKey("Idempotency-Key")) {
            idempotencyKeys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        }
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), reply.status() == 204 ? -1 : bytes.length);
        if (reply.status() != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Reply reply(HttpExchange exchange, String request) {
        boolean open = request.startsWith("GET /actuator/") || request.equals("GET /readyz");
        if (!open && !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, problem("The API token is missing or wrong."));
        }
        Deque<Reply> laidOut = replies.get(request);
        if (laidOut == null) {
            return new Reply(404, problem("There is no " + request + "."));
        }
        return laidOut.size() > 1 ? laidOut.remove() : laidOut.element();
    }

    static String problem(String detail) {
        return problem("any", detail);
    }

    /** @param type the last part of the problem's name */
    static String problem(String type, String detail) {
        return "{\"type\": \"urn:square-sync:problem:" + type + "\", \"title\": \"Any\", \"detail\": \"" + detail
                + "\"}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
