package dev.squaresync.simulator.cursor;

import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.timeline.Position;
import dev.squaresync.simulator.wire.Reply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param array the name of the array that the rows are in
 * @param start the cursor from which the page was read
 * @param next the cursor of the next page, null if this is the last
 * @param more writes what stands beside the array
 */
public record Page(
        String array,
        List<Row> rows,
        Cursor start,
        @Nullable Cursor next,
        JsonObject more) {
    /** An object and the place after which the listing goes on. */
    public record Row(Position place, JsonObject object) {}

    /** @param found one more than fits the page if there is a next page */
    public static Page of(String array, List<Row> found, int limit, Cursor start) {
        boolean hasNext = found.size() > limit;
        List<Row> rows = hasNext ? found.subList(0, limit) : found;
        Cursor next = hasNext ? start.after(rows.get(limit - 1).place()) : null;
        return new Page(array, rows, start, next, json -> {});
    }

    public Page with(JsonObject newMore) {
        return new Page(array, rows, start, next, newMore);
    }

    /** The same page with another cursor, which is null for the last page. */
    public Page leadingTo(@Nullable Cursor cursor) {
        return new Page(array, rows, start, cursor, more);
    }

    public Page empty() {
        return new Page(array, List.of(), start, next, more);
    }

    /** Half of the page; the rest comes with the next one. */
    public Page half() {
        if (rows.size() < 2) {
            return this;
        }
        List<Row> half = rows.subList(0, rows.size() / 2);
        return new Page(
                array, half, start, start.after(half.get(half.size() - 1).place()), more);
    }

    /** As Square writes it: without the array when it is empty, without a cursor when it is the last. */
    public Reply reply(CursorBook cursors) {
        return Reply.json(200, json -> {
            json.object();
            rows(json);
            more.writeTo(json);
            if (next != null) {
                json.text("cursor", cursors.text(next));
            }
            json.endObject();
        });
    }

    private void rows(Json json) {
        if (rows.isEmpty()) {
            return;
        }
        json.array(array);
        rows.forEach(row -> json.value(row.object()));
        json.endArray();
    }
}
