package dev.squaresync.direct.read;

import dev.squaresync.message.PageFetched;
import org.jspecify.annotations.Nullable;

/**
 * A page on its way from Square into its destination.
 *
 * @param squareNext Square's cursor to the next page; null: this is the last one
 */
public record ReadPage(PageFetched page, @Nullable String squareNext) {}
