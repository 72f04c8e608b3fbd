package dev.squaresync.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People were told something, or could not be. Told so that people see it on one page; nothing depends on it, and it may get
 * lost.
 *
 * @param channel such as {@code mail}
 * @param kind what it was about, such as {@code run-ended}
 * @param subject as the receivers see it
 * @param runId null: it was about no run
 * @param detail why it could not be sent, a sentence; null: it was sent
 */
public record NoticeSent(
        String channel,
        String kind,
        String subject,
        @Nullable UUID runId,
        State state,
        @Nullable String detail,
        Instant at) {

    /** FAILED: this try; there may be others. */
    public enum State {
        SENT,
        FAILED
    }
}
