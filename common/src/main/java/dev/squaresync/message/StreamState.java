package dev.squaresync.message;

/** Where one data type of a run stands. RUNNING: its partitions are known. */
public enum StreamState {
    REQUESTED,
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED
}
