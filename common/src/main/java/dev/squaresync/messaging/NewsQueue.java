package dev.squaresync.messaging;

import dev.squaresync.messaging.WorkQueue.Source;
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
 * A queue of what people like to know and no data depends on. It has no retry ladder and no dead letters: news that nobody could
 * write down is not worth a decision of a person, and a heartbeat soon follows another. So it may lose messages: it keeps them
 * for a short time, and drops the oldest rather than grow or refuse new ones, which would slow the work that they tell of.
 */
public record NewsQueue(String name, List<Source> sources) {

    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final int LONGEST = 10_000;

    /** What the consumer declares: the exchanges, and the queue with its bindings. */
    Declarables declarables() {
        List<Declarable> declarables = new ArrayList<>();
        Queue queue = QueueBuilder.durable(name)
                .quorum()
                .ttl(Math.toIntExact(KEPT.toMillis()))
                .maxLength((long) LONGEST)
                .overflow(QueueBuilder.Overflow.dropHead)
                .build();
        declarables.add(queue);
        for (Source source : sources) {
            TopicExchange exchange = new TopicExchange(source.exchange());
            declarables.add(exchange);
            declarables.add(BindingBuilder.bind(queue).to(exchange).with(source.pattern()));
        }
        return new Declarables(declarables);
    }
}
