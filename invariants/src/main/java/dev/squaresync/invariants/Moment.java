package dev.squaresync.invariants;

/** When an invariant is asked for. */
public enum Moment {
    /** While the system works: what may be under way for some minutes is no violation yet. */
    LIVE,
    /** Faults have stopped, runs have ended and queues are empty: nothing may be under way any more. */
    AT_REST
}
