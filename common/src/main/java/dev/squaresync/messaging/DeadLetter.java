package dev.squaresync.messaging;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;

/**
 * A message that a service gave up, or that the broker gave up because its consumer died on it again and again.
 *
 * @param queue the work queue that it came from
 * @param wireType as the sender named it; null: it did not
 * @param code why, for programs
 * @param reason why, a sentence for people
 * @param attempts how often it was tried; 0: the broker gave it up, which does not say
 * @param headers the sender's own headers, without the ladder's and the broker's
 */
public record DeadLetter(
        String queue,
        @Nullable String wireType,
        String code,
        String reason,
        int attempts,
        Map<String, String> headers,
        byte[] body) {

    /** The code of what the broker gave up: it was delivered too often without an answer. */
    public static final String DELIVERY_LIMIT = "delivery-limit";

    /** Names the dead letter in a message that is replayed from it. */
    public static final String REPLAY_HEADER = "square-sync-dead-letter";

    /** Reads a message from a dead-letter queue. */
    static DeadLetter of(Message message, String deadLetterQueue) {
        MessageProperties properties = message.getMessageProperties();
        String queue = deadLetterQueue.substring(0, deadLetterQueue.length() - WorkQueue.DEAD_LETTERS.length());
        // What a service gives up is a copy without the broker's own headers.
        boolean byBroker = properties.getXDeathHeader() != null;
        return new DeadLetter(
                queue,
                properties.getType(),
                byBroker ? DELIVERY_LIMIT : text(properties, RetryLadder.CODE_HEADER),
                byBroker
                        ? "The broker gave it up: its consumer died, or did not answer, at each of its deliveries."
                        : text(properties, RetryLadder.REASON_HEADER),
                byBroker ? 0 : RetryLadder.attempts(message),
                headers(properties),
                message.getBody());
    }

    private static String text(MessageProperties properties, String header) {
        Object value = properties.getHeader(header);
        return value == null ? "unknown" : value.toString();
    }

    private static Map<String, String> headers(MessageProperties properties) {
        Map<String, String> headers = new TreeMap<>();
        properties.getHeaders().forEach((name, value) -> {
            if (!name.startsWith("x-") && !RetryLadder.HEADERS.contains(name)) {
                headers.put(name, String.valueOf(value));
            }
        });
        return headers;
    }

    /** The message as it was before its first attempt. */
    Message message() {
        MessageProperties properties = new MessageProperties();
        headers.forEach(properties::setHeader);
        properties.setType(wireType);
        properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        return new Message(body, properties);
    }
}
