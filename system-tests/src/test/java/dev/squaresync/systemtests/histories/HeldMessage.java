package dev.squaresync.systemtests.histories;

import java.time.Instant;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/** A message in a queue. */
final class HeldMessage {

    private final Message message;
    private boolean safe;
    private Instant readyAt = Instant.MIN;
    private int deliveries;

    HeldMessage(Message message, boolean confirmed) {
        this.message = copy(message, "");
        this.safe = confirmed;
    }

    Message message() {
        return message;
    }

    /** As a consumer gets it. */
    Message delivery(String queue) {
        return copy(message, queue);
    }

    /** Whether it survives a crash of the broker: a quorum queue confirms, and delivers, only what does. */
    boolean isSafe() {
        return safe;
    }

    Instant readyAt() {
        return readyAt;
    }

    void notBefore(Instant time) {
        readyAt = time;
    }

    void delivered() {
        safe = true;
        deliveries++;
    }

    int deliveries() {
        return deliveries;
    }

    private static Message copy(Message message, String queue) {
        MessageProperties from = message.getMessageProperties();
        MessageProperties to = new MessageProperties();
        from.getHeaders().forEach(to::setHeader);
        to.setType(from.getType());
        to.setMessageId(from.getMessageId());
        to.setContentType(from.getContentType());
        to.setContentEncoding(from.getContentEncoding());
        to.setConsumerQueue(queue);
        return new Message(message.getBody(), to);
    }
}
