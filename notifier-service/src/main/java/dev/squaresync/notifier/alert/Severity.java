package dev.squaresync.notifier.alert;

/** How much it matters, which decides who is told by which channel, and whether it may wait for the morning. */
public enum Severity {
    /** Data is missing, or will be: told at any hour. */
    FAILURE,
    /** To be looked at by day. */
    WARNING,
    /** What was told before is over. */
    RECOVERY,
    /** Good to know. */
    REPORT
}
