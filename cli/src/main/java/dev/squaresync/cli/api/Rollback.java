package dev.squaresync.cli.api;

import java.util.List;

/**
 * What a run of kind rollback restores, and what came of it.
 *
 * @param dataTypes those that are done
 */
public record Rollback(String runId, String ofRunId, boolean dryRun, List<Result> dataTypes) {

    /** One data type, in Square's objects; of the skipped ones the first are named. */
    public record Result(
            String dataType, long restored, long removed, long reinserted, long skipped, List<String> skippedIds) {}
}
