package dev.squaresync.scheduler.idempotency;

/** A key came with another request before; the message is a sentence for whoever sent it. */
public final class KeyUsedOtherwise extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeyUsedOtherwise(String key) {
        super("The key '" + key
                + "' came with another request within the last day: choose a new key for a new request.");
    }
}
