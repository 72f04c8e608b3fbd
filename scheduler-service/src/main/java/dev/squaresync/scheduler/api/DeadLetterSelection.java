package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which open dead letters to replay; a field that is left out: any.
 *
 * @param all must be true if there is no other field, so that nobody replays everything by a slip
 */
record DeadLetterSelection(
        @Nullable String queue,
        @Nullable String wireType,
        @Nullable String code,
        @Nullable String dataType,
        @Nullable String runId,
        @Nullable Boolean all) {

    static final DeadLetterSelection NOTHING = new DeadLetterSelection(null, null, null, null, null, null);

    /** Throws {@link InvalidField}. */
    DeadLetterFilter filter() {
        boolean everything = Boolean.TRUE.equals(all);
        boolean filtered = Stream.of(queue, wireType, code, dataType, runId).anyMatch(Objects::nonNull);
        if (everything && filtered) {
            throw new InvalidField("all", "Ask for 'all' or by a filter, not for both.");
        }
        if (!everything && !filtered) {
            throw new InvalidField(
                    "all", "Give at least one of queue, wireType, code, dataType and runId, or \"all\": true.");
        }
        return new DeadLetterQuery(null, queue, wireType, code, dataType, runId).filter();
    }
}
