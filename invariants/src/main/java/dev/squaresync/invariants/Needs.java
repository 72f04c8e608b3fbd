package dev.squaresync.invariants;

/** What an invariant needs besides the tables of the services. */
public enum Needs {
    NOTHING,
    /** {@link Source}: Square's truth, in a temporary table of the same connection. */
    SOURCE,
    /** {@link Watch}: triggers that were installed before what is to be judged has happened. */
    WATCH
}
