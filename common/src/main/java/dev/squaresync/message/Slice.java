package dev.squaresync.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition asks of Square. The fields that a data type does not filter by are empty or null.
 *
 * @param locationIds Square's location ids; empty: no filter by location
 * @param objectTypes Square's catalog object types; empty: not a catalog read
 * @param objectIds Square's ids of objects to be looked up, at most {@link #MOST_LOOKED_UP}; empty: no look-up
 * @param from start of the window, inclusive; null: no lower bound
 * @param to end of the window, inclusive; null: no upper bound
 */
public record Slice(
        List<String> locationIds,
        List<String> objectTypes,
        List<String> objectIds,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Square takes no more orders at once (BatchRetrieveOrders); of other objects it takes more. */
    public static final int MOST_LOOKED_UP = 100;

    public Slice {
        // Earlier versions did not say it.
        objectIds = objectIds == null ? List.of() : objectIds;
    }

    /** All objects of some places, kinds and times. */
    public Slice(List<String> locationIds, List<String> objectTypes, @Nullable Instant from, @Nullable Instant to) {
        this(locationIds, objectTypes, List.of(), from, to);
    }

    /** Only these objects. */
    public static Slice of(List<String> objectIds) {
        return new Slice(List.of(), List.of(), objectIds, null, null);
    }
}
