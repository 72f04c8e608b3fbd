package dev.squaresync.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.connection.CorrelationData.Confirm;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * Publishes and returns only when the broker has taken every message over. A confirm alone is not enough: RabbitMQ confirms a
 * message that no queue wants as well, after returning it (RabbitMQ, "Consumer Acknowledgements and Publisher Confirms").
 */
public final class ConfirmedPublisher {

    private final RabbitTemplate template;
    private final BrokerAlarm alarm;
    private final MessageTrace trace;
    private final Duration timeout;

    ConfirmedPublisher(RabbitTemplate template, BrokerAlarm alarm, MessageTrace trace, Duration timeout) {
        this.trace = trace;
        this.template = template;
        this.alarm = alarm;
        this.timeout = timeout;
    }

    /**
     * Sends all, then waits for all confirms.
     *
     * @throws PublishFailed if one of them was refused, returned or not confirmed in time; the others may have been published
     */
    public void publish(List<Outgoing> messages) {
        List<Pending> pending = new ArrayList<>(messages.size());
        for (Outgoing outgoing : messages) {
            pending.add(send(outgoing.exchange(), outgoing.routingKey(), message(outgoing)));
        }
        pending.forEach(this::await);
    }

    private Message message(Outgoing outgoing) {
        Message message = template.getMessageConverter().toMessage(outgoing.message(), new MessageProperties());
        MessageProperties properties = message.getMessageProperties();
        trace.continueIn(properties, outgoing.traceparent());
        RunHeaders.write(outgoing.message(), properties);
        return message;
    }

    public void publish(Outgoing message) {
        publish(List.of(message));
    }

    /**
     * Sends a dead letter back to the queue that it came from.
     *
     * @param id names the dead letter in the message, so that its next death is known as its own
     * @throws PublishFailed as {@link #publish(List)}
     */
    public void replay(DeadLetter deadLetter, UUID id) {
        Message message = deadLetter.message();
        message.getMessageProperties().setHeader(DeadLetter.REPLAY_HEADER, id.toString());
        publish("", deadLetter.queue(), message);
    }

    /** Sends a message as it is; for moving one on without reading it. */
    void publish(String exchange, String routingKey, Message message) {
        await(send(exchange, routingKey, message));
    }

    private Pending send(String exchange, String routingKey, Message message) {
        String address = exchange.isEmpty() ? "queue " + routingKey : exchange + "/" + routingKey;
        String alarmReason = alarm.reason();
        if (alarmReason != null) {
            throw PublishFailed.byBroker(address, "the broker has raised an alarm (" + alarmReason + ")", null);
        }
        CorrelationData correlation = new CorrelationData(UUID.randomUUID().toString());
        message.getMessageProperties().setMessageId(correlation.getId());
        try {
            template.send(exchange, routingKey, message, correlation);
        } catch (AmqpException e) {
            throw PublishFailed.byBroker(address, "the broker cannot be reached", e);
        }
        return new Pending(address, correlation);
    }

    private void await(Pending pending) {
        Confirm confirm = confirm(pending);
        if (!confirm.ack()) {
            throw PublishFailed.byBroker(pending.address(), "the broker refused it (" + confirm.reason() + ")", null);
        }
        ReturnedMessage returned = pending.correlation().getReturned();
        if (returned != null) {
            throw PublishFailed.byMessage(
                    pending.address(), "no queue takes it (" + returned.getReplyText() + ")", null);
        }
    }

    private Confirm confirm(Pending pending) {
        try {
            return pending.correlation().getFuture().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw PublishFailed.byBroker(pending.address(), "no confirm within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw PublishFailed.byMessage(pending.address(), "the channel was closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PublishFailed.byBroker(pending.address(), "interrupted while waiting for the confirm", e);
        }
    }

    private record Pending(String address, CorrelationData correlation) {}
}
