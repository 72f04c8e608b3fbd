package dev.squaresync.simulator.api;

import dev.squaresync.simulator.control.TokenFacts;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.wire.SquareError;
import java.util.Map;
import java.util.regex.Pattern;

/** Which endpoint answers which request. */
final class Routes {
    private static final Pattern ONE_ORDER = Pattern.compile("/v2/orders/[^/]+");
    private static final String ONE_ORDER_NAME = "/v2/orders/{order_id}";

    private final Map<String, Map<String, Endpoint>> byPath;

    Routes(Shop shop, CursorBook cursors, TokenFacts token) {
        OrderEndpoints orders = new OrderEndpoints(shop, cursors);
        CatalogEndpoints catalog = new CatalogEndpoints(shop, cursors);
        this.byPath = Map.of(
                "/v2/locations",
                Map.of("GET", new LocationEndpoints(shop.locations(), cursors)::list),
                "/v2/catalog/list",
                Map.of("GET", catalog::list),
                "/v2/catalog/search",
                Map.of("POST", catalog::search),
                "/v2/catalog/batch-retrieve",
                Map.of("POST", catalog::batchRetrieve),
                "/v2/orders/search",
                Map.of("POST", orders::search),
                "/v2/orders/batch-retrieve",
                Map.of("POST", orders::batchRetrieve),
                ONE_ORDER_NAME,
                Map.of("GET", orders::retrieve),
                "/v2/inventory/counts/batch-retrieve",
                Map.of("POST", new InventoryEndpoints(shop, cursors)::counts),
                "/oauth2/token/status",
                Map.of("POST", new TokenEndpoints(token, cursors)::status));
    }

    /** The path with names for its variable parts. */
    String nameOf(String path) {
        boolean oneOrder = !byPath.containsKey(path) && ONE_ORDER.matcher(path).matches();
        return oneOrder ? ONE_ORDER_NAME : path;
    }

    /** @throws SquareError 404 or 405 */
    Endpoint endpoint(String method, String path) {
        Map<String, Endpoint> methods = byPath.get(nameOf(path));
        if (methods == null) {
            throw SquareError.notFound("API endpoint for URL path `" + path + "` is not found.");
        }
        Endpoint endpoint = methods.get(method);
        if (endpoint == null) {
            String detail = "HTTP method `" + method + "` is not allowed for this path.";
            throw new SquareError(405, "INVALID_REQUEST_ERROR", "METHOD_NOT_ALLOWED", detail, null);
        }
        return endpoint;
    }
}
