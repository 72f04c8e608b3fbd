package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;

/**
 * The writer has looked for objects that a full listing did not show. Said again, with the same numbers, whenever it is asked
 * again.
 *
 * @param deleted so many got a time of deletion
 * @param missing so many the listing did not show, if they are too many to believe it; nothing was deleted then
 * @param held so many existed before
 */
public record StreamSwept(UUID runId, DataType dataType, int deleted, int missing, int held, Instant at) {}
