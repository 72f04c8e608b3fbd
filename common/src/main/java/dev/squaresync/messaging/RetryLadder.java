package dev.squaresync.messaging;

import java.time.Duration;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.support.ListenerExecutionFailedException;
import org.springframework.amqp.support.converter.MessageConversionException;
import org.springframework.amqp.support.converter.MessageConverter;

/**
 * Around every delivery of one queue: what fails is sent to a wait queue and comes back from there; what has climbed the whole
 * ladder, or can never succeed, becomes a dead letter. The message is acked only after the broker has confirmed its copy, so it
 * is never in no queue at all; if the copy cannot be published, the delivery is requeued.
 *
 * <p>Without a {@link GaveUp} nobody could be told, so a message that may still succeed stays on the last rung.
 *
 * <p>Attempts are counted in an own header: the broker's {@code x-death} is not ours to write, and RabbitMQ 4 ignores it.
 */
final class RetryLadder implements MethodInterceptor {

    static final String ATTEMPT_HEADER = "square-sync-attempt";
    static final String REASON_HEADER = "square-sync-reason";

    private static final Logger LOG = LoggerFactory.getLogger(RetryLadder.class);

    private static final int LONGEST_REASON = 500;

    private final WorkQueue queue;
    private final List<Duration> waits;
    private final ConfirmedPublisher publisher;
    private final MessageConverter converter;
    private final @Nullable GaveUp gaveUp;

    RetryLadder(
            WorkQueue queue,
            List<Duration> waits,
            ConfirmedPublisher publisher,
            MessageConverter converter,
            @Nullable GaveUp gaveUp) {
        this.queue = queue;
        this.waits = waits;
        this.publisher = publisher;
        this.converter = converter;
        this.gaveUp = gaveUp;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
        try {
            return delivery.proceed();
        } catch (Exception e) {
            Message message = (Message) delivery.getArguments()[1];
            moveOn(message, unwrapped(e));
            return null;
        }
    }

    private void moveOn(Message message, Throwable cause) {
        int attempts = attempts(message) + 1;
        Duration wait = nextWait(attempts, cause);
        if (wait == null) {
            deadLetter(message, cause, attempts);
            return;
        }
        String waitQueue = queue.waitQueue(wait);
        LOG.warn("{}: attempt {} failed, waits in {}: {}", queue.name(), attempts, waitQueue, reason(cause));
        publisher.publish("", waitQueue, copy(message, attempts, cause));
    }

    private @Nullable Duration nextWait(int attempts, Throwable cause) {
        if (cause instanceof PermanentFailure || cause instanceof MessageConversionException) {
            return null;
        }
        if (attempts > waits.size() && gaveUp != null) {
            return null;
        }
        Duration rung = waits.get(Math.min(attempts, waits.size()) - 1);
        if (cause instanceof DelayedFailure delayed) {
            return waits.stream()
                    .filter(wait -> wait.compareTo(rung) >= 0)
                    .filter(wait -> wait.compareTo(delayed.retryAfter()) >= 0)
                    .findFirst()
                    .orElse(waits.get(waits.size() - 1));
        }
        return rung;
    }

    private void deadLetter(Message message, Throwable cause, int attempts) {
        // A failure that was foreseen says all in its message; of any other, the trace is needed.
        Throwable trace = cause instanceof PermanentFailure ? null : cause;
        LOG.error("{}: given up after {} attempts: {}", queue.name(), attempts, reason(cause), trace);
        if (gaveUp != null && !(cause instanceof MessageConversionException)) {
            gaveUp.gaveUp(converter.fromMessage(message), cause, attempts);
        }
        publisher.publish("", queue.deadLetterQueue(), copy(message, attempts, cause));
    }

    /** A copy without the broker's own headers, which would grow with each round. */
    private static Message copy(Message message, int attempts, Throwable cause) {
        MessageProperties from = message.getMessageProperties();
        MessageProperties to = new MessageProperties();
        from.getHeaders().forEach((name, value) -> {
            if (!name.startsWith("x-")) {
                to.setHeader(name, value);
            }
        });
        to.setType(from.getType());
        to.setContentType(from.getContentType());
        to.setContentEncoding(from.getContentEncoding());
        to.setDeliveryMode(MessageProperties.DEFAULT_DELIVERY_MODE);
        to.setHeader(ATTEMPT_HEADER, attempts);
        to.setHeader(REASON_HEADER, reason(cause));
        return new Message(message.getBody(), to);
    }

    private static int attempts(Message message) {
        Object attempts = message.getMessageProperties().getHeader(ATTEMPT_HEADER);
        return attempts instanceof Number number ? number.intValue() : 0;
    }

    private static Throwable unwrapped(Throwable e) {
        Throwable cause = e.getCause();
        return e instanceof ListenerExecutionFailedException && cause != null ? unwrapped(cause) : e;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) + "…" : message;
    }
}
