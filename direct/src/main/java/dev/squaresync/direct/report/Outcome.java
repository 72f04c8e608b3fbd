package dev.squaresync.direct.report;

import dev.squaresync.direct.dryrun.Sample;
import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.message.DataType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How it went.
 *
 * @param runId null: a dry run, which leaves nothing behind
 * @param failures of each data type that is not complete
 * @param samples of a dry run
 * @param notRecorded why the scheduler's history does not have it; empty: it has, or it was a dry run
 */
public record Outcome(
        @Nullable UUID runId,
        List<StreamFigures> figures,
        Map<DataType, RuntimeException> failures,
        List<Sample> samples,
        Optional<String> notRecorded) {

    public static Outcome dryRun(
            List<StreamFigures> figures, Map<DataType, RuntimeException> failures, List<Sample> samples) {
        return new Outcome(null, figures, failures, samples, Optional.empty());
    }

    public static Outcome brokenOff(UUID runId, List<StreamFigures> figures, Map<DataType, RuntimeException> failures) {
        return new Outcome(runId, figures, failures, List.of(), Optional.of("it is recorded when it is complete"));
    }

    public static Outcome ended(UUID runId, List<StreamFigures> figures, Optional<String> notRecorded) {
        return new Outcome(runId, figures, Map.of(), List.of(), notRecorded);
    }

    public boolean isComplete() {
        return failures.isEmpty() && figures.stream().allMatch(StreamFigures::isComplete);
    }

    boolean isDryRun() {
        return runId == null;
    }
}
