package dev.squaresync.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The writer has restored what a run changed of one data type. Said again, with the same numbers, whenever it is asked again.
 *
 * @param runId the run that restores
 * @param ofRunId the run that was rolled back
 * @param restored objects that have their previous state again
 * @param removed objects that the run had brought in, and that are gone again
 * @param reinserted objects that the run had removed, and that are there again
 * @param skipped objects that a later run, or a hand, has touched: they were left as they are
 * @param skippedIds the first of these; the parts of a key are joined by a colon
 * @param refusal why nothing was done, a sentence; null: it was done
 */
public record RolledBack(
        UUID runId,
        UUID ofRunId,
        DataType dataType,
        int restored,
        int removed,
        int reinserted,
        int skipped,
        List<String> skippedIds,
        @Nullable String refusal,
        Instant at) {

    /** So many of the skipped objects are named. */
    public static final int MOST_NAMED = 1000;
}
