package dev.squaresync.fetcher.square;

import dev.squaresync.message.RawJson;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page as Square sent it.
 *
 * @param listName the field of the body that holds the objects, such as {@code orders}; absent in the body if there are none
 * @param nextCursor asks for the next page; null: this is the last one. A page without objects need not be the last.
 * @param fetchedAt when the whole reply had arrived
 */
public record SquarePage(
        RawJson body, String listName, @Nullable String nextCursor, Instant fetchedAt) {}
