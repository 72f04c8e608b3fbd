package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;

/** How many rows an answer has at most. */
final class PageSize {

    private static final int MOST = 200;

    private PageSize() {}

    /** Reads the parameter {@code limit}. Throws {@link InvalidField} if it is no number in range. */
    static int of(String limit) {
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MOST) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of range.
        }
        throw InvalidField.parameter("limit", "'" + limit + "' is no number from 1 to " + MOST + ".");
    }
}
