package dev.squaresync.simulator.api;

import dev.squaresync.simulator.cursor.CursorBook;
import dev.squaresync.simulator.cursor.Page;
import dev.squaresync.simulator.locations.ShopLocations;

/** ListLocations: all at once, active or not, by name. */
final class LocationEndpoints {
    private final ShopLocations locations;
    private final CursorBook cursors;

    LocationEndpoints(ShopLocations locations, CursorBook cursors) {
        this.locations = locations;
        this.cursors = cursors;
    }

    Page list(ApiRequest request) {
        return Unpaged.page("locations", locations.listing(), cursors.open(null, request.queryHash()));
    }
}
