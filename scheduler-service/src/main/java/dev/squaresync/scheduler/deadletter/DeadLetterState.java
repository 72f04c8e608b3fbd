package dev.squaresync.scheduler.deadletter;

/**
 * Where a dead letter stands. OPEN: nobody has decided. REPLAYING: on its way back to its queue. REPLAYED: there again, and not
 * given up again since. DISCARDED: given up for good by a person.
 */
public enum DeadLetterState {
    OPEN,
    REPLAYING,
    REPLAYED,
    DISCARDED
}
