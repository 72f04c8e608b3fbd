package dev.squaresync.messaging;

/**
 * Called when a message is about to be dead-lettered, so that its run is told. If it throws, the message is not dead-lettered
 * but delivered again.
 */
@FunctionalInterface
public interface GaveUp {

    /**
     * @param message the message, converted
     * @param attempts how often it was tried, 1 or more
     */
    void gaveUp(Object message, Throwable cause, int attempts);
}
