package dev.squaresync.scheduler.broker;

/**
 * A queue as the broker counts it; its numbers may be some seconds old.
 *
 * @param ready messages that wait for a consumer
 * @param unacknowledged messages that a consumer works on
 * @param arriving messages a second
 * @param leaving messages that are handed to consumers, a second
 */
public record QueueState(String name, long ready, long unacknowledged, int consumers, double arriving, double leaving) {

    /** All messages in it. */
    public long depth() {
        return ready + unacknowledged;
    }
}
