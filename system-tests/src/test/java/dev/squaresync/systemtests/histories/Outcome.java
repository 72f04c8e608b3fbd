package dev.squaresync.systemtests.histories;

import org.jspecify.annotations.Nullable;

/**
 * How a history came out.
 *
 * @param violation what went wrong that must not; null: nothing
 */
record Outcome(long seed, @Nullable String violation, Trace trace) {

    boolean isGreen() {
        return violation == null;
    }

    /** For people: what, and how it came to it. */
    String report() {
        return "history " + seed + ": " + violation + "\nAgain with -Dhistory.seed=" + seed + ". What happened:\n"
                + trace;
    }
}
