package dev.squaresync.scheduler.deadletter;

import java.util.UUID;

/** It has been decided about this dead letter already; the message is a sentence for whoever wanted to decide again. */
public final class NotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOpen(UUID id, DeadLetterState state) {
        super("Dead letter " + id + " is " + state + "; only one that is OPEN can be replayed or discarded.");
    }
}
