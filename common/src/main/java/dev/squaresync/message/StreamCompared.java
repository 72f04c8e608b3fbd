package dev.squaresync.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The writer has compared what was seen. Said again, with the same content, whenever it is asked again.
 *
 * @param seen objects that Square showed
 * @param suspects objects that differed at first sight
 * @param lookUps the partitions in which the fetcher has been asked for the suspects once more; their slices are empty
 */
public record StreamCompared(
        UUID runId, DataType dataType, int seen, int suspects, List<Partition> lookUps, Instant at) {}
