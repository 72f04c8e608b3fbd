package dev.squaresync.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/**
 * A queue that a service works off, with its retry ladder (one wait queue for each wait) and its dead-letter queue.
 *
 * <p>All are quorum queues. Dead-lettering is at-least-once, which needs {@code reject-publish}: with any other overflow the
 * broker silently falls back to at-most-once (RabbitMQ, "Quorum queues", at-least-once dead lettering). The wait queues have
 * one time to live for the whole queue, because a message's own would wait behind the queue's head.
 */
public record WorkQueue(String name, List<Source> sources) {

    /**
     * Where a queue's messages come from.
     *
     * @param pattern topic pattern of the binding
     */
    public record Source(String exchange, String pattern) {}

    /** Deliveries without an answer (the consumer died) after which the broker itself dead-letters a message. */
    private static final int DELIVERY_LIMIT = 20;

    /** Dead letters have no other net: RabbitMQ 4 would drop them at its default limit of 20. */
    private static final int NO_DELIVERY_LIMIT = 1_000_000;

    static final String DEAD_LETTERS = ".dead";

    public String deadLetterQueue() {
        return name + DEAD_LETTERS;
    }

    /** The queue in which a message waits before it comes back to this one. */
    public String waitQueue(Duration wait) {
        return name + ".wait." + inWords(wait);
    }

    /** What the consumer of this queue declares: the exchanges, the queue with its bindings, the ladder, the dead letters. */
    Declarables declarables(List<Duration> waits) {
        List<Declarable> declarables = new ArrayList<>();
        Queue queue = quorum(name)
                .deadLetterExchange("")
                .deadLetterRoutingKey(deadLetterQueue())
                .deliveryLimit(DELIVERY_LIMIT)
                .build();
        declarables.add(queue);
        for (Source source : sources) {
            TopicExchange exchange = new TopicExchange(source.exchange());
            declarables.add(exchange);
            declarables.add(BindingBuilder.bind(queue).to(exchange).with(source.pattern()));
        }
        for (Duration wait : waits) {
            declarables.add(quorum(waitQueue(wait))
                    .ttl(Math.toIntExact(wait.toMillis()))
                    .deadLetterExchange("")
                    .deadLetterRoutingKey(name)
                    .build());
        }
        declarables.add(declaredDeadLetterQueue());
        return new Declarables(declarables);
    }

    /** The queue of dead letters alone, for who collects them. */
    Queue declaredDeadLetterQueue() {
        return QueueBuilder.durable(deadLetterQueue())
                .quorum()
                .deliveryLimit(NO_DELIVERY_LIMIT)
                .build();
    }

    private static QueueBuilder quorum(String name) {
        return QueueBuilder.durable(name)
                .quorum()
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .withArgument("x-dead-letter-strategy", "at-least-once");
    }

    private static String inWords(Duration wait) {
        long millis = wait.toMillis();
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
