package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;

/**
 * The scheduler asks the writer to restore what a run changed of one data type.
 *
 * @param runId the run that restores
 * @param ofRunId the run that is rolled back
 * @param ofRunRequestedAt nothing of that run is older than this
 * @param dryRun nothing is written; the answer tells what would be
 */
public record RollBack(UUID runId, UUID ofRunId, DataType dataType, Instant ofRunRequestedAt, boolean dryRun) {}
