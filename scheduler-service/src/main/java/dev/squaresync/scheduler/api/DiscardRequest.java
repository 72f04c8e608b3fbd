package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import org.jspecify.annotations.Nullable;

/** Which open dead letters to discard, as {@link DeadLetterSelection}, and why. */
record DiscardRequest(
        @Nullable String queue,
        @Nullable String wireType,
        @Nullable String code,
        @Nullable String dataType,
        @Nullable String runId,
        @Nullable Boolean all,
        @Nullable String reason) {

    static final DiscardRequest NOTHING = new DiscardRequest(null, null, null, null, null, null, null);

    /** Throws {@link InvalidField}. */
    DeadLetterFilter filter() {
        return new DeadLetterSelection(queue, wireType, code, dataType, runId, all).filter();
    }

    /** Throws {@link InvalidField}. */
    String why() {
        return new DiscardReason(reason).text();
    }
}
