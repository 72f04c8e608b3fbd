package dev.squaresync.message;

/** Where a run stands. PARTIAL: some data types are complete and some are not. */
public enum RunState {
    REQUESTED,
    RUNNING,
    COMPLETED,
    PARTIAL,
    FAILED,
    CANCELLED
}
