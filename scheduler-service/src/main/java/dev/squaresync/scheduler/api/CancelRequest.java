package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import org.jspecify.annotations.Nullable;

/** @param reason why, for whoever looks at the run later; may be left out */
record CancelRequest(@Nullable String reason) {

    private static final int LONGEST_REASON = 500;

    static final CancelRequest WITHOUT_REASON = new CancelRequest(null);

    /** The reason, if it can be one. */
    @Nullable
    String readReason() {
        if (reason == null) {
            return null;
        }
        String given = reason.strip();
        if (given.isEmpty() || given.length() > LONGEST_REASON) {
            throw new InvalidField("reason", "Give 1 to " + LONGEST_REASON + " characters, or leave the field out.");
        }
        if (given.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField("reason", "There are control characters in it.");
        }
        return given;
    }
}
