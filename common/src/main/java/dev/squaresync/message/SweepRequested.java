package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;

/**
 * The scheduler has every page of a stream that listed all there is: what the mirror holds beyond that is gone from Square.
 *
 * @param windowTo the end of the stream's window; what was fetched later is newer than the listing
 * @param force deletes however much it is
 */
public record SweepRequested(UUID runId, DataType dataType, Instant windowTo, boolean force) {}
