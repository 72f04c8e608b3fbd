package dev.squaresync.scheduler.deadletter;

/** There is something to send back to its queue once the transaction has committed. */
record ReplayWanted() {}
