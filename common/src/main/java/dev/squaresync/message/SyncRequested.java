package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler asks for one stream: all objects of a data type that changed in a window.
 *
 * @param from start of the window, inclusive; null: from the beginning of the shop's history
 * @param to end of the window, inclusive; fixed when the run was requested, so that paging never chases a moving end
 */
public record SyncRequested(
        UUID runId, DataType dataType, @Nullable Instant from, Instant to) {}
