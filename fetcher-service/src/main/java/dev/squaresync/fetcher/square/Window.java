package dev.squaresync.fetcher.square;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to read: all objects that changed in this time.
 *
 * @param from inclusive; null: from the beginning of the shop's history
 * @param to inclusive
 */
public record Window(@Nullable Instant from, Instant to) {}
