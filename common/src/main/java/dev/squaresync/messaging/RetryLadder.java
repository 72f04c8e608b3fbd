package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependencies;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.support.converter.MessageConversionException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Around every delivery of one queue: what fails is sent to a wait queue and comes back from there; what has climbed the whole
 * ladder, or can never succeed, becomes a dead letter. The message is acked only after the broker has confirmed its copy, so it
 * is never in no queue at all.
 *
 * <p>A failure that an outage explains is no attempt: the message waits on the first rung, and its count stays. So does one
 * that failed because the broker took no messages. Then the delivery is held until the broker does, because a requeued one
 * would come back at once, and end in the broker's delivery limit.
 *
 * <p>Attempts are counted in an own header: the broker's {@code x-death} is not ours to write, and RabbitMQ 4 ignores it.
 */
final class RetryLadder implements MethodInterceptor {

    static final String ATTEMPT_HEADER = "square-sync-attempt";
    static final String REASON_HEADER = "square-sync-reason";
    static final String CODE_HEADER = "square-sync-code";

    /** Counts the waits that were no attempts. */
    static final String HELD_HEADER = "square-sync-held";

    static final Set<String> HEADERS = Set.of(ATTEMPT_HEADER, REASON_HEADER, CODE_HEADER, HELD_HEADER);

    private static final Logger LOG = LoggerFactory.getLogger(RetryLadder.class);

    /** A message that brings a dependency down each time is the cause, not the victim. */
    private static final int MOST_HELD = 100;

    /** Within RabbitMQ's acknowledgement time-out of 30 minutes. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(20);

    private final WorkQueue queue;
    private final List<Duration> waits;
    private final ConfirmedPublisher publisher;
    private final Dependencies dependencies;
    private final RetryReports reports;
    private final boolean patient;
    private final RetryTemplate holding = new RetryTemplate(RetryPolicy.builder()
            .includes(PublishFailed.class)
            .maxRetries(Long.MAX_VALUE)
            .delay(Duration.ofSeconds(1))
            .timeout(LONGEST_HOLD)
            .build());

    /** @param patient what may still succeed stays on the last rung instead of becoming a dead letter */
    RetryLadder(
            WorkQueue queue,
            List<Duration> waits,
            ConfirmedPublisher publisher,
            Dependencies dependencies,
            RetryReports reports,
            boolean patient) {
        this.queue = queue;
        this.waits = waits;
        this.publisher = publisher;
        this.dependencies = dependencies;
        this.reports = reports;
        this.patient = patient;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
        Message message = (Message) delivery.getArguments()[1];
        if (dependencies.pauseConsumers()) {
            hold(message, "A dependency is down.");
            return null;
        }
        try {
            return delivery.proceed();
        } catch (Exception e) {
            moveOn(message, Fault.cause(e));
            return null;
        }
    }

    private void moveOn(Message message, Throwable cause) {
        if (isOutage(cause) && number(message, HELD_HEADER) < MOST_HELD) {
            hold(message, Fault.of(cause).reason());
            return;
        }
        int attempts = attempts(message) + 1;
        Duration wait = nextWait(attempts, cause);
        if (wait == null) {
            deadLetter(message, cause, attempts);
            return;
        }
        String waitQueue = queue.waitQueue(wait);
        Fault fault = Fault.of(cause);
        LOG.warn("{}: attempt {} failed, waits in {}: {}", queue.name(), attempts, waitQueue, fault.reason());
        move(waitQueue, failed(message, attempts, fault));
        reports.waits(queue, message, attempts, patient ? 0 : waits.size(), fault, wait);
    }

    private boolean isOutage(Throwable cause) {
        return dependencies.explain(cause) || cause instanceof PublishFailed failed && failed.isBrokerAtFault();
    }

    private void hold(Message message, String reason) {
        Message copy = copy(message);
        copy.getMessageProperties().setHeader(REASON_HEADER, reason);
        copy.getMessageProperties().setHeader(HELD_HEADER, number(message, HELD_HEADER) + 1);
        move(queue.waitQueue(waits.get(0)), copy);
    }

    private @Nullable Duration nextWait(int attempts, Throwable cause) {
        if (cause instanceof PermanentFailure || cause instanceof MessageConversionException) {
            return null;
        }
        if (attempts > waits.size() && !patient) {
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
        Fault fault = Fault.of(cause);
        LOG.error("{}: given up after {} attempts: {}", queue.name(), attempts, fault.reason(), trace);
        move(queue.deadLetterQueue(), failed(message, attempts, fault));
        reports.givenUp(queue, fault);
    }

    private void move(String to, Message copy) {
        holding.invoke(() -> {
            publisher.publish("", to, copy);
            return to;
        });
    }

    private static Message failed(Message message, int attempts, Fault fault) {
        Message copy = copy(message);
        copy.getMessageProperties().setHeader(ATTEMPT_HEADER, attempts);
        copy.getMessageProperties().setHeader(REASON_HEADER, fault.reason());
        copy.getMessageProperties().setHeader(CODE_HEADER, fault.code());
        return copy;
    }

    /** Without the broker's own headers, which would grow with each round. */
    private static Message copy(Message message) {
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
        return new Message(message.getBody(), to);
    }

    /** How often the message was tried before this delivery. */
    static int attempts(Message message) {
        return number(message, ATTEMPT_HEADER);
    }

    private static int number(Message message, String header) {
        Object value = message.getMessageProperties().getHeader(header);
        return value instanceof Number number ? number.intValue() : 0;
    }
}
