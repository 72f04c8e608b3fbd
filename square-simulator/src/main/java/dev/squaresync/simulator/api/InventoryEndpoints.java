package dev.squaresync.simulator.api;

import dev.squaresync.simulator.cursor.Cursor;
import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.cursor.Page;
import dev.squaresync.simulator.cursor.Page.Row;
import dev.squaresync.simulator.inventory.CountFacts;
import dev.squaresync.simulator.inventory.CountsView;
import dev.squaresync.simulator.shop.Shop;
import dev.squaresync.simulator.timeline.TimeScan;
import dev.squaresync.simulator.wire.SquareError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** BatchRetrieveInventoryCounts: the newest count first. */
final class InventoryEndpoints {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1000;
    /** States that can be asked for but are not tracked: asking for them changes nothing. */
    private static final Set<String> IGNORED_STATES = Set.of("NONE", "SOLD", "UNLINKED_RETURN");

    private final Shop shop;
    private final CursorBook cursors;

    InventoryEndpoints(Shop shop, CursorBook cursors) {
        this.shop = shop;
        this.cursors = cursors;
    }

    Page counts(ApiRequest request) {
        Fields body = request.fields()
                .allowOnly(Set.of("catalog_object_ids", "location_ids", "updated_after", "cursor", "states", "limit"));
        int limit = limit(body);
        Filter filter = filter(body);
        long from = body.timeUntil("updated_after").orElse(-1) + 1;
        Cursor start = cursors.open(request.cursor(), request.queryHash());
        CountsView counts = shop.inventory().view();
        TimeScan scan = new TimeScan(counts, from, Long.MAX_VALUE, true, number -> filter.wants(counts.facts(number)));
        List<Row> found = scan.after(start.last(), limit + 1).stream()
                .map(place -> new Row(place, counts.object(place.number())))
                .toList();
        return Page.of("counts", found, limit, start);
    }

    private static int limit(Fields body) {
        int limit = body.number("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1) {
            throw SquareError.badRequest("VALUE_TOO_LOW", "Limit must be at least 1.", "limit");
        }
        if (limit > MOST) {
            throw SquareError.badRequest("VALUE_TOO_HIGH", "Limit must be at most 1000.", "limit");
        }
        return limit;
    }

    private Filter filter(Fields body) {
        Set<Integer> locations = new HashSet<>();
        for (String id : body.texts("location_ids")) {
            Integer number = shop.locations().numberOf(id);
            locations.add(number == null ? -1 : number);
        }
        Set<String> states = new HashSet<>(body.texts("states"));
        states.removeAll(IGNORED_STATES);
        return new Filter(Set.copyOf(body.texts("catalog_object_ids")), locations, states);
    }

    /** Which counts are wanted. An empty set wants all. */
    private record Filter(Set<String> objects, Set<Integer> locations, Set<String> states) {
        boolean wants(CountFacts count) {
            return (locations.isEmpty() || locations.contains(count.location()))
                    && (states.isEmpty() || states.contains(count.state()))
                    && (objects.isEmpty() || objects.contains(count.variationId()));
        }
    }
}
