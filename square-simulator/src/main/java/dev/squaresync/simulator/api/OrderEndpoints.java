package dev.squaresync.simulator.api;

import dev.squaresync.simulator.cursor.Cursor;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.cursor.Page;
import dev.squaresync.simulator.cursor.Page.Row;
import dev.squaresync.simulator.orders.OrdersView;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.timeline.TimeScan;
import dev.squaresync.simulator.wire.SquareError;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SearchOrders, BatchRetrieveOrders and RetrieveOrder. */
final class OrderEndpoints {
    private static final int MOST_IDS = 100;

    private final Shop shop;
    private final CursorBook cursors;

    OrderEndpoints(Shop shop, CursorBook cursors) {
        this.shop = shop;
        this.cursors = cursors;
    }

    Page search(ApiRequest request) {
        OrderSearch search = OrderSearch.parse(request.fields(), shop.locations());
        Cursor start = cursors.open(request.cursor(), request.queryHash());
        OrdersView orders = shop.orders().view();
        OrderSearch.Range range = search.range();
        long to = range.to().orElse(start.opened());
        TimeScan scan = new TimeScan(
                orders.by(range.field()),
                range.from(),
                to,
                range.descending(),
                number -> search.filter().wants(orders, number));
        List<Row> found = scan.after(start.last(), search.limit() + 1).stream()
                .map(place ->
                        new Row(place, search.entries() ? orders.entry(place.number()) : orders.object(place.number())))
                .toList();
        return Page.of(search.entries() ? "order_entries" : "orders", found, search.limit(), start);
    }

    Page batchRetrieve(ApiRequest request) {
        Fields body = request.fields().allowOnly(Set.of("location_id", "order_ids"));
        List<String> ids = body.textsAtMost(MOST_IDS, "order_ids");
        if (ids.isEmpty()) {
            throw SquareError.badRequest("ARRAY_EMPTY", "Must give at least one id.", "order_ids");
        }
        OrdersView orders = shop.orders().view();
        Integer location = location(body.text("location_id"));
        List<JsonObject> found = new ArrayList<>();
        for (String id : ids) {
            OptionalLong number = orders.number(id);
            if (number.isPresent() && isAt(location, orders, number.getAsLong())) {
                found.add(orders.object(number.getAsLong()));
            }
        }
        return Unpaged.page("orders", found, cursors.open(null, request.queryHash()));
    }

    Page retrieve(ApiRequest request) {
        String id = request.path().substring(request.path().lastIndexOf('/') + 1);
        OrdersView orders = shop.orders().view();
        long number = orders.number(id).orElseThrow(() -> SquareError.notFound("Order not found for id " + id));
        JsonObject order = orders.object(number);
        return Unpaged.page("order", List.of(), cursors.open(null, request.queryHash()))
                .with(json -> json.named("order", order));
    }

    private @Nullable Integer location(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Integer number = shop.locations().numberOf(id);
        return number == null ? Integer.valueOf(-1) : number;
    }

    private static boolean isAt(@Nullable Integer location, OrdersView orders, long number) {
        return location == null || orders.facts(number).location() == location;
    }
}
