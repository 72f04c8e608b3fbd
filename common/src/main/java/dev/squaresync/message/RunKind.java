package dev.squaresync.message;

import java.util.Locale;

/** What a run does. */
public enum RunKind {
    /** Brings Square's data into the mirror. */
    SYNC,
    /** Compares the mirror with Square. */
    VERIFY,
    /** Restores what another run changed. */
    ROLLBACK;

    /** The kind's name in the API and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind that has this {@link #word()}.
     *
     * @throws IllegalArgumentException no kind has it
     */
    public static RunKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
