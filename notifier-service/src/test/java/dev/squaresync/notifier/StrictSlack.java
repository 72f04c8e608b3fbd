package dev.squaresync.notifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's incoming webhook, which refuses what the real one would refuse, and answers as a test wants. */
final class StrictSlack implements AutoCloseable {

    private static final Map<String, Integer> LONGEST = Map.of("header", 150, "section", 3_000);
    private static final Set<String> BLOCKS = Set.of("header", "section", "actions");

    private final HttpServer server;
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final JsonMapper json = JsonMapper.builder().build();

    StrictSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/services/secret", this::answer);
        server.start();
    }

    String webhook() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/services/secret";
    }

    /** The next request is answered so. @param retryAfter seconds; null: none */
    void says(int status, String retryAfter) {
        script.add(new Answer(status, retryAfter));
    }

    /** The next request gets no answer. */
    void isSilent() {
        script.add(new Answer(0, null));
    }

    List<JsonNode> messages() {
        return messages;
    }

    /** All that people would read of a message. */
    static String text(JsonNode message) {
        StringBuilder text = new StringBuilder();
        message.path("blocks")
                .forEach(block -> text.append(block.path("text").path("text").asString(""))
                        .append('\n'));
        return text.toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = script.poll();
        if (answer != null && answer.status() == 0) {
            awaitClose();
            exchange.close();
            return;
        }
        if (answer != null) {
            if (answer.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            reply(exchange, answer.status(), "not now");
            return;
        }
        String refusal = refusal(body);
        if (refusal == null) {
            messages.add(json.readTree(body));
        }
        reply(exchange, refusal == null ? 200 : 400, refusal == null ? "ok" : refusal);
    }

    private String refusal(byte[] body) {
        JsonNode message;
        try {
            message = json.readTree(body);
        } catch (JacksonException e) {
            return "invalid_payload";
        }
        if (message.path("text").asString("").isEmpty()
                || message.path("blocks").size() > 50) {
            return "invalid_blocks";
        }
        for (JsonNode block : message.path("blocks")) {
            String type = block.path("type").asString("");
            String text = block.path("text").path("text").asString("");
            boolean tooLong = text.length() > LONGEST.getOrDefault(type, Integer.MAX_VALUE);
            if (!BLOCKS.contains(type) || tooLong || LONGEST.containsKey(type) && text.isEmpty()) {
                return "invalid_blocks";
            }
        }
        return null;
    }

    private void awaitClose() {
        try {
            closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private record Answer(int status, String retryAfter) {}
}
