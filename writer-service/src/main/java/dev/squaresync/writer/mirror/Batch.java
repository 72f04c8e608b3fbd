package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageFetched;
import java.time.Instant;

/**
 * A page on its way into its tables.
 *
 * @param syncedAt the time to note as the time of writing
 */
record Batch(MirroredType type, PageFetched page, Instant syncedAt) {}
