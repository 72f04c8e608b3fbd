package dev.squaresync.localstack.process;

/** The signal that asks a process to end in an orderly way. */
public enum StopSignal {
    TERM,
    /** PostgreSQL's fast shutdown: TERM would wait for every client to leave. */
    INT,
    KILL
}
