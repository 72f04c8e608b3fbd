package dev.squaresync.scheduler.outbox;

/** There is something to publish once the transaction has committed. */
record MessageStored() {}
