package dev.squaresync.simulator.api;

import dev.squaresync.simulator.cursor.Cursor;
import dev.squaresync.simulator.cursor.Page;
import dev.squaresync.simulator.cursor.Page.Row;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.timeline.Position;
import java.util.List;

/** Replies that come as a whole. */
final class Unpaged {
    private Unpaged() {}

    static Page page(String array, List<JsonObject> objects, Cursor start) {
        List<Row> rows = objects.stream()
                .map(object -> new Row(new Position(0, 0), object))
                .toList();
        return Page.of(array, rows, rows.size(), start);
    }
}
