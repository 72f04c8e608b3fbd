package dev.squaresync.fetcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on this machine that answers as a test tells it to, also in ways that no web server would. */
public final class ScriptedSquare implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Answer> script = request -> status(404, "{}", Map.of());

    /** What was asked; the body is a missing node if there was none. */
    public record Asked(String method, String path, JsonNode body, Map<String, List<String>> headers) {

        public String cursor() {
            return body.path("cursor").asString("");
        }
    }

    /** Writes a reply. */
    @FunctionalInterface
    public interface Answer {
        void write(HttpExchange exchange) throws IOException;
    }

    public ScriptedSquare() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on answers so, with nothing asked yet. */
    public void answer(Function<Asked, Answer> newScript) {
        asked.clear();
        script = newScript;
    }

    public List<Asked> asked() {
        return asked;
    }

    public List<Asked> asked(String path) {
        return asked.stream().filter(request -> request.path().equals(path)).toList();
    }

    public static Answer json(String body) {
        return status(200, body, Map.of());
    }

    public static Answer status(int status, String body, Map<String, String> headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public static Answer error(int status, String category, String code) {
        return status(status, errors(category, code), Map.of());
    }

    public static String errors(String category, String code) {
        return "{\"errors\":[{\"category\":\"%s\",\"code\":\"%s\",\"detail\":\"because\"}]}".formatted(category, code);
    }

    /** Announces more than it sends, then hangs up. */
    public static Answer cutOff(String beginning) {
        byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
        return exchange -> {
            exchange.sendResponseHeaders(200, bytes.length + 100);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    public static Answer gzip(String body) {
        return gzip(200, body);
    }

    public static Answer gzip(int status, String body) {
        byte[] zipped = zipped(body);
        return zipped(status, zipped, zipped.length);
    }

    /** A compressed reply of which the last bytes never were. */
    public static Answer gzipCutOff(String body) {
        byte[] zipped = zipped(body);
        return zipped(200, zipped, zipped.length / 2);
    }

    private static Answer zipped(int status, byte[] zipped, int length) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write(zipped, 0, length);
        };
    }

    private static byte[] zipped(String body) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** Sends a byte every now and then, so that no pause is long, and never ends. */
    public Answer trickle() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            while (!closes(100)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        };
    }

    /** Takes the request and says nothing. */
    public Answer silence() {
        return exchange -> closes(60_000);
    }

    private boolean closes(long withinMillis) {
        try {
            return closing.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Asked request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    JSON.readTree(body.length == 0 ? "null".getBytes(StandardCharsets.UTF_8) : body),
                    Map.copyOf(exchange.getRequestHeaders()));
            asked.add(request);
            script.apply(request).write(exchange);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
