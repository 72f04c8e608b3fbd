package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that was given up, as the scheduler shows it.
 *
 * @param state OPEN, REPLAYING, REPLAYED or DISCARDED
 * @param queue the queue in which it failed
 * @param wireType the kind of message; null: unreadable
 * @param code a stable name of the cause, such as {@code square-unauthorized}
 * @param reason the cause as a sentence
 * @param attempts null or 0: not known, as the broker gave it up
 * @param partitionId null: it concerns a whole stream, or is unreadable
 * @param headers null in a list
 * @param payload the message's text, possibly cut; null in a list
 * @param payloadBytes the whole message's size; null in a list
 * @param truncated the payload is not the whole message; null in a list
 */
public record DeadLetter(
        String id,
        String state,
        String queue,
        @Nullable String wireType,
        String code,
        String reason,
        @Nullable Integer attempts,
        @Nullable String runId,
        @Nullable String dataType,
        @Nullable String partitionId,
        @Nullable String traceId,
        Instant firstSeenAt,
        Instant lastSeenAt,
        int replays,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String discardReason,
        @Nullable Map<String, JsonNode> headers,
        @Nullable String payload,
        @Nullable Long payloadBytes,
        @Nullable Boolean truncated) {}
