package dev.squaresync.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a partition asks of Square. The fields that a data type does not filter by are empty or null.
 *
 * @param locationIds Square's location ids; empty: no filter by location
 * @param objectTypes Square's catalog object types; empty: not a catalog read
 * @param from start of the window, inclusive; null: no lower bound
 * @param to end of the window, inclusive; null: no upper bound
 */
public record Slice(
        List<String> locationIds,
        List<String> objectTypes,
        @Nullable Instant from,
        @Nullable Instant to) {}
