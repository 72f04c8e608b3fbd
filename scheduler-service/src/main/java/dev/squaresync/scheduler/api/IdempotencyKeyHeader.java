package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import org.jspecify.annotations.Nullable;

/** The header by which a sender says that two requests are one. */
final class IdempotencyKeyHeader {

    static final String NAME = "Idempotency-Key";

    /** The header of an answer that was given before. */
    static final String REPLAY = "Idempotent-Replay";

    private static final int LONGEST = 255;

    private IdempotencyKeyHeader() {}

    /** Throws {@link InvalidField}. */
    static @Nullable String read(@Nullable String value) {
        if (value == null) {
            return null;
        }
        boolean visible = value.chars().allMatch(character -> character > ' ' && character <= '~');
        if (value.isEmpty() || value.length() > LONGEST || !visible) {
            throw InvalidField.parameter(
                    NAME, "Give 1 to " + LONGEST + " visible ASCII characters, such as a UUID, or leave it out.");
        }
        return value;
    }
}
