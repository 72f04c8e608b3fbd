package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import java.util.List;
import java.util.UUID;

/**
 * What a run of kind rollback restores, and what came of it.
 *
 * @param ofRunId the run whose changes are undone
 * @param dryRun nothing is written
 * @param dataTypes those that the writer has answered
 */
public record Rollback(UUID runId, UUID ofRunId, boolean dryRun, List<Result> dataTypes) {

    /**
     * One data type, in Square's objects.
     *
     * @param removed brought in by the run, and gone again
     * @param reinserted removed by the run, and there again
     * @param skipped touched since by a later run or by hand, and left as they are
     * @param skippedIds the first of these
     */
    public record Result(
            DataType dataType, int restored, int removed, int reinserted, int skipped, List<String> skippedIds) {}
}
