package dev.squaresync.simulator.cursor;

import dev.squaresync.simulator.timeline.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where a client stands in a listing.
 *
 * @param chain the pages that follow from one first page have the same
 * @param query a hash of the query, which must stay the same for all pages
 * @param opened epoch milliseconds of the first page's request
 * @param last what the client has got last; null before the first page
 * @param turn tells cursors apart that stand at the same place
 */
public record Cursor(
        long chain, long query, long opened, @Nullable Position last, int turn) {
    public Cursor after(Position position) {
        return new Cursor(chain, query, opened, position, 0);
    }

    /** A cursor that leads to the same page, but looks different. */
    public Cursor again() {
        return new Cursor(chain, query, opened, last, turn + 1);
    }
}
