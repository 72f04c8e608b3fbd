package dev.squaresync.message;

import java.util.List;
import java.util.UUID;

/** The fetcher has cut a stream into partitions; the stream is complete when each of them is. Empty: there is nothing to read. */
public record StreamPlanned(UUID runId, DataType dataType, List<Partition> partitions) {}
