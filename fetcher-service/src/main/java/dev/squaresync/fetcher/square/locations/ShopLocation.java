package dev.squaresync.fetcher.square.locations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What planning needs to know of a location.
 *
 * @param createdAt null if Square does not say
 */
public record ShopLocation(String id, @Nullable Instant createdAt) {}
