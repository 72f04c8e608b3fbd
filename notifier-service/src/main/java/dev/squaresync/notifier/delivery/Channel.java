package dev.squaresync.notifier.delivery;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Severity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way to reach people. */
public interface Channel {

    /** Such as {@code mail}. */
    String name();

    /** What it is asked to say. */
    Set<Severity> severities();

    /** False: somebody else says alerts of this kind on this channel. */
    default boolean says(Alert alert) {
        return severities().contains(alert.severity()) || alert.kind().equals(Alert.TEST);
    }

    /** What it cannot work without, as a {@code Dependency} of this service is named; null: nobody looks whether it is back. */
    default @Nullable String dependency() {
        return null;
    }

    /**
     * Returns when the other side has taken it over.
     *
     * @throws NotDelivered it has not, or nobody knows whether it has
     */
    void send(Telling telling);

    /**
     * An alert, on its way.
     *
     * @param thread the same for all that is told of one matter
     * @param number the first telling of the thread has 1
     * @param raisedAt when it was to be told
     * @param late a sentence: why it comes so late; null: it does not
     */
    record Telling(
            UUID thread,
            int number,
            Alert alert,
            Instant raisedAt,
            @Nullable String late) {}
}
