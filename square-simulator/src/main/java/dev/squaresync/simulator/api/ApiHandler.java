package dev.squaresync.simulator.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.squaresync.simulator.control.Conditions;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.fault.Faults;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.wire.Reply;
import dev.squaresync.simulator.wire.ReplySender;
import dev.squaresync.simulator.wire.Resource;
import dev.squaresync.simulator.wire.SquareError;
import dev.squaresync.simulator.wire.UrlQuery;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes a request, checks it as Square does, and answers it as the conditions and faults allow. */
public final class ApiHandler implements HttpHandler {
    private final Gate gate;
    private final Routes routes;
    private final Faults faults;
    private final Conditions conditions;
    private final ReplySender sender;
    private final JsonMapper mapper = JsonMapper.builder().build();

    public ApiHandler(
            Shop shop,
            String accessToken,
            Faults faults,
            CursorBook cursors,
            Conditions conditions,
            ReplySender sender) {
        this.gate = new Gate(accessToken, conditions.token());
        this.routes = new Routes(shop, cursors, conditions.token());
        this.faults = faults;
        this.conditions = conditions;
        this.sender = sender;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            conditions.pendingChanges().requestCame();
            sender.waitFor(conditions.latency().of(Resource.ofPath(path)));
            Reply reply = reply(exchange, method, path, body);
            conditions.traffic().count(method + " " + routes.nameOf(path), reply.status());
            sender.send(exchange, reply);
        }
    }

    private Reply reply(HttpExchange exchange, String method, String path, byte[] body) {
        try {
            gate.checkToken(exchange.getRequestHeaders());
            String version = gate.version(exchange.getRequestHeaders());
            return answer(exchange, method, path, body).withHeader("Square-Version", version);
        } catch (SquareError e) {
            return e.reply();
        }
    }

    private Reply answer(HttpExchange exchange, String method, String path, byte[] body) {
        Endpoint endpoint = routes.endpoint(method, path);
        if (!conditions.rateLimit().allows()) {
            return Faults.rateLimited(conditions.rateLimit().retryAfterSeconds());
        }
        ApiRequest request = new ApiRequest(method, path, UrlQuery.parse(exchange.getRequestURI()), json(body));
        boolean hasCursor = request.cursor() != null;
        return faults.reply(Resource.ofPath(path), hasCursor, () -> endpoint.answer(request));
    }

    private ObjectNode json(byte[] body) {
        if (body.length == 0) {
            return mapper.createObjectNode();
        }
        try {
            if (mapper.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw SquareError.badRequest("BAD_REQUEST", "The body is not JSON.", null);
        }
        throw SquareError.badRequest("EXPECTED_OBJECT", "The body is not a JSON object.", null);
    }
}
