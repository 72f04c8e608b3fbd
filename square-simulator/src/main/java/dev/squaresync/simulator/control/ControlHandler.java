package dev.squaresync.simulator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.squaresync.simulator.fault.Fault;
import dev.squaresync.simulator.seed.SquareTime;
import dev.squaresync.simulator.wire.Reply;
import dev.squaresync.simulator.wire.Resource;
import dev.squaresync.simulator.wire.UrlQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API, for this machine only. */
public final class ControlHandler implements HttpHandler {
    private static final String TRUTH = "/control/truth/";
    private static final Set<String> LATENCY_FIELDS = Set.of("millis", "perEndpoint");
    private static final Set<String> TOKEN_FIELDS = Set.of("scopes", "expiresAt", "revoked");
    private static final Set<String> RATE_FIELDS = Set.of("requestsPerSecond", "retryAfterSeconds");

    private final SimulatorControl control;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public ControlHandler(SimulatorControl control) {
        this.control = control;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
                send(exchange, problem(403, "The control API answers only to its own machine."));
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith(TRUTH) && exchange.getRequestMethod().equals("GET")) {
                truth(exchange, path.substring(TRUTH.length()));
                return;
            }
            send(exchange, replyOrProblem(exchange, path));
        }
    }

    private Reply replyOrProblem(HttpExchange exchange, String path) throws IOException {
        try {
            return reply(exchange.getRequestMethod() + " " + path, body(exchange));
        } catch (IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return problem(400, "The body is not JSON: " + e.getOriginalMessage());
        }
    }

    private Reply reply(String request, JsonNode body) {
        switch (request) {
            case "GET /control/state" -> {
                return Reply.json(200, ControlJson.state(control.state()));
            }
            case "GET /control/requests" -> {
                return Reply.json(200, ControlJson.requests(control.requests()));
            }
            case "POST /control/latency" -> latency(body);
            case "POST /control/rate-limit" -> rateLimit(body);
            case "POST /control/faults" ->
                control.faults(ControlJson.faults(body).toArray(Fault[]::new));
            case "DELETE /control/faults" -> control.clearFaults();
            case "POST /control/changes" -> control.change(ControlJson.changes(body));
            case "POST /control/token" -> token(body);
            case "POST /control/expire-cursors" -> control.expireCursors();
            default -> {
                return problem(404, "There is no '" + request + "' in the control API.");
            }
        }
        return Reply.json(200, ControlJson.state(control.state()));
    }

    private void latency(JsonNode body) {
        ControlJson.allowOnly(LATENCY_FIELDS, body);
        Integer all = ControlJson.number("millis", body);
        if (all != null) {
            control.latency(Resource.ANY, Duration.ofMillis(all));
        }
        JsonNode perEndpoint = body.path("perEndpoint");
        for (String word : perEndpoint.propertyNames()) {
            Integer millis = ControlJson.number(word, perEndpoint);
            control.latency(Resource.ofWord(word), Duration.ofMillis(millis == null ? 0 : millis));
        }
    }

    private void token(JsonNode body) {
        ControlJson.allowOnly(TOKEN_FIELDS, body);
        JsonNode scopes = body.path("scopes");
        JsonNode expiry = body.path("expiresAt");
        try {
            control.token(
                    scopes.isArray()
                            ? scopes.valueStream().map(JsonNode::asString).toList()
                            : null,
                    expiry.isString() ? Instant.parse(expiry.asString()) : null,
                    body.path("revoked").asBoolean(false));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'expiresAt' must be a time such as 2026-06-24T02:00:00Z.", e);
        }
    }

    private void rateLimit(JsonNode body) {
        ControlJson.allowOnly(RATE_FIELDS, body);
        JsonNode rate = body.path("requestsPerSecond");
        if (!rate.isMissingNode() && !rate.isNull() && !(rate.isNumber() && rate.asDouble() > 0)) {
            throw new IllegalArgumentException("'requestsPerSecond' must be a number above 0, or null for no limit.");
        }
        Double requestsPerSecond = rate.isNumber() ? Double.valueOf(rate.asDouble()) : null;
        control.rateLimit(requestsPerSecond, ControlJson.number("retryAfterSeconds", body));
    }

    private void truth(HttpExchange exchange, String dataType) throws IOException {
        Set<String> dataTypes = Set.of("orders", "catalog", "categories", "locations", "inventory");
        if (!dataTypes.contains(dataType)) {
            send(exchange, problem(404, "There is no truth about '" + dataType + "'."));
            return;
        }
        Map<String, String> query = UrlQuery.parse(exchange.getRequestURI());
        Long until = until(query.get("updated_until"));
        if (until == null) {
            send(exchange, problem(400, "'updated_until' must be a time such as 2026-06-24T02:00:00Z."));
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream stream = exchange.getResponseBody()) {
            control.writeTruth(dataType, until, stream);
        }
    }

    private static @Nullable Long until(@Nullable String text) {
        if (text == null) {
            return Long.MAX_VALUE;
        }
        try {
            return SquareTime.parseFloor(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private JsonNode body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        return bytes.length == 0 ? mapper.createObjectNode() : mapper.readTree(bytes);
    }

    private static Reply problem(int status, String sentence) {
        return Reply.json(
                status, json -> json.object().text("problem", sentence).endObject());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }
}
