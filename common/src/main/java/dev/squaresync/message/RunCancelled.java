package dev.squaresync.message;

import java.util.List;
import java.util.UUID;

/**
 * Nobody wants these streams any more. Said again when somebody still works on them, so it may come more than once.
 *
 * @param dataTypes which of the run's streams; never empty
 */
public record RunCancelled(UUID runId, List<DataType> dataTypes) {}
