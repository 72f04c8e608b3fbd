package dev.squaresync.notifier.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert that goes on, or has something left to be told.
 *
 * @param tellings how often it was told
 * @param worst the severity that it had when it was raised, which its recovery does not change
 * @param toldAt when it was told last; null: not yet
 */
record OpenAlert(
        UUID id,
        Alert alert,
        Severity worst,
        Instant openedAt,
        int tellings,
        @Nullable Instant toldAt) {

    OpenAlert {
        if (tellings < 0) {
            throw new IllegalArgumentException("Told " + tellings + " times");
        }
    }

    boolean isTest() {
        return alert.kind().equals(Alert.TEST);
    }
}
