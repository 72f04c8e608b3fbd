package dev.squaresync.messaging;

import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.support.converter.MessageConverter;

/** Makes what a service needs to work off a queue: its declarations, and its listener container with the retry ladder. */
public final class WorkQueues {

    private final ConnectionFactory connections;
    private final ConfirmedPublisher publisher;
    private final MessageConverter converter;
    private final MessagingSettings settings;

    WorkQueues(
            ConnectionFactory connections,
            ConfirmedPublisher publisher,
            MessageConverter converter,
            MessagingSettings settings) {
        this.connections = connections;
        this.publisher = publisher;
        this.converter = converter;
        this.settings = settings;
    }

    /** What the queue's consumer declares. */
    public Declarables declarables(WorkQueue queue) {
        return queue.declarables(settings.retry().waits());
    }

    /** What a producer declares. */
    public Declarables exchange(String name) {
        return new Declarables(new TopicExchange(name));
    }

    /**
     * A factory of listener containers for one queue.
     *
     * @param consumers how many deliveries are worked on at once
     * @param prefetch how many deliveries each consumer is handed at once; a page is some megabytes, so keep it small
     */
    public SimpleRabbitListenerContainerFactory listener(WorkQueue queue, int consumers, int prefetch, GaveUp gaveUp) {
        return factory(queue, consumers, prefetch, gaveUp);
    }

    /**
     * The same for a queue whose messages must not be lost to an outage of any length, because nobody could be told of it: what a
     * retry may heal is tried on and on, at the ladder's longest wait; only what can never succeed becomes a dead letter.
     */
    public SimpleRabbitListenerContainerFactory patientListener(WorkQueue queue, int consumers, int prefetch) {
        return factory(queue, consumers, prefetch, null);
    }

    private SimpleRabbitListenerContainerFactory factory(
            WorkQueue queue, int consumers, int prefetch, @Nullable GaveUp gaveUp) {
        SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setMessageConverter(converter);
        factory.setConcurrentConsumers(consumers);
        factory.setPrefetchCount(prefetch);
        factory.setAdviceChain(new RetryLadder(queue, settings.retry().waits(), publisher, converter, gaveUp));
        // Only what the ladder could not move on arrives here: back into the queue with it.
        factory.setDefaultRequeueRejected(true);
        // A queue that was declared with other arguments stops the service, with the queue's name, instead of losing
        // its rules.
        factory.setMismatchedQueuesFatal(true);
        factory.setMissingQueuesFatal(false);
        factory.setContainerCustomizer(container ->
                container.setShutdownTimeout(settings.shutdownTimeout().toMillis()));
        return factory;
    }
}
