package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import org.jspecify.annotations.Nullable;

/** Why something is discarded. It is the only trace of what is lost with it, so it cannot be left out. */
record DiscardReason(@Nullable String reason) {

    private static final int LONGEST = 500;

    static final DiscardReason NONE = new DiscardReason(null);

    /** Throws {@link InvalidField}. */
    String text() {
        String text = reason == null ? "" : reason.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new InvalidField("reason", "Say why it is discarded, in 1 to " + LONGEST + " characters.");
        }
        return PlainText.require("reason", text);
    }
}
