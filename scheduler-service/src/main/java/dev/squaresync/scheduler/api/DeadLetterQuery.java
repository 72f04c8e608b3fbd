package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import dev.squaresync.scheduler.deadletter.DeadLetterState;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which dead letters are meant; a field that is left out: any. */
record DeadLetterQuery(
        @Nullable String state,
        @Nullable String queue,
        @Nullable String wireType,
        @Nullable String code,
        @Nullable String dataType,
        @Nullable String runId) {

    /** Throws {@link InvalidField}. */
    DeadLetterFilter filter() {
        return new DeadLetterFilter(
                parsedState(),
                text("queue", queue),
                text("wireType", wireType),
                text("code", code),
                text("dataType", dataType),
                parsedRunId());
    }

    private @Nullable DeadLetterState parsedState() {
        if (state == null) {
            return null;
        }
        return Arrays.stream(DeadLetterState.values())
                .filter(known -> known.name().equals(state))
                .findFirst()
                .orElseThrow(() -> new InvalidField(
                        "state", "'" + state + "' is none of OPEN, REPLAYING, REPLAYED and DISCARDED."));
    }

    private @Nullable UUID parsedRunId() {
        if (runId == null) {
            return null;
        }
        try {
            return UUID.fromString(runId);
        } catch (IllegalArgumentException e) {
            throw new InvalidField("runId", "'" + runId + "' is no id of a run.");
        }
    }

    private static @Nullable String text(String field, @Nullable String value) {
        return value == null ? null : PlainText.require(field, value);
    }
}
