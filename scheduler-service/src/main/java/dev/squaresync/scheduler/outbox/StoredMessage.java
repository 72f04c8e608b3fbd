package dev.squaresync.scheduler.outbox;

import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.scheduler.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/**
 * @param attempts how often it was tried in vain
 * @param expendable it is forgotten after one attempt
 * @param traceparent the trace that it continues; null: none is known
 */
record StoredMessage(
        long id,
        UUID runId,
        String exchange,
        String routingKey,
        String wireType,
        String body,
        int attempts,
        boolean expendable,
        @Nullable String traceparent) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    static StoredMessage of(Row row) throws SQLException {
        return new StoredMessage(
                row.longNumber("id"),
                row.uuid("run_id"),
                row.text("exchange"),
                row.text("routing_key"),
                row.text("wire_type"),
                row.text("body"),
                row.number("attempts"),
                row.flag("expendable"),
                row.nullableText("traceparent"));
    }

    Outgoing outgoing(WireMessageConverter converter) {
        MessageProperties properties = new MessageProperties();
        properties.setType(wireType);
        Message message = new Message(body.getBytes(StandardCharsets.UTF_8), properties);
        return new Outgoing(exchange, routingKey, converter.fromMessage(message), traceparent);
    }

    /** How long to wait after one more failure: 1 s, 2 s, 4 s … up to the longest wait. */
    Duration waitAfterFailure() {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Whether one more failure is worth a line in the log: the 1st, 2nd, 4th, 8th and so on. */
    boolean isFailureWorthTelling() {
        return Integer.bitCount(attempts + 1) == 1;
    }
}
