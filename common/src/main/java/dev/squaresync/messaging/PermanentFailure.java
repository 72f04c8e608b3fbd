package dev.squaresync.messaging;

/** Implemented by exceptions that no retry can heal: the message is dead-lettered at once. */
public interface PermanentFailure {}
