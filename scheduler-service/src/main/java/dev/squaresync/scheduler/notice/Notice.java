package dev.squaresync.scheduler.notice;

import dev.squaresync.message.NoticeSent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people were told, or could not be.
 *
 * @param channel such as {@code mail}
 * @param kind what it was about, such as {@code run-ended}
 * @param subject as the receivers see it; may hold names from outside
 * @param runId null: it was about no run
 * @param detail why it could not be sent; null: it was
 */
public record Notice(
        String channel,
        String kind,
        String subject,
        @Nullable UUID runId,
        NoticeSent.State state,
        @Nullable String detail,
        Instant at) {}
