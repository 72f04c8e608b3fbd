package dev.squaresync.messaging;

import java.util.List;
import java.util.function.Consumer;
import org.aopalliance.aop.Advice;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.support.converter.MessageConverter;

/** Makes what a service needs to work off a queue: its declarations, and its listener container with the retry ladder. */
public final class WorkQueues {

    private final ConnectionFactory connections;
    private final DeliveryAdvice advice;
    private final PausedConsumers consumers;
    private final MessageConverter converter;
    private final MessagingSettings settings;

    WorkQueues(
            ConnectionFactory connections,
            DeliveryAdvice advice,
            PausedConsumers consumers,
            MessageConverter converter,
            MessagingSettings settings) {
        this.connections = connections;
        this.advice = advice;
        this.consumers = consumers;
        this.converter = converter;
        this.settings = settings;
    }

    /** What the queue's consumer declares. */
    public Declarables declarables(WorkQueue queue) {
        return queue.declarables(settings.retry().waits());
    }

    /** What the queue's consumer declares. */
    public Declarables declarables(NewsQueue queue) {
        return queue.declarables();
    }

    /** What a producer declares. */
    public Declarables exchange(String name) {
        return new Declarables(new TopicExchange(name));
    }

    /** What the collector of dead letters declares. */
    public Declarables deadLetterQueues(List<WorkQueue> queues) {
        return new Declarables(
                queues.stream().map(WorkQueue::declaredDeadLetterQueue).toList());
    }

    /**
     * A factory of listener containers for one queue.
     *
     * @param concurrency how many deliveries are worked on at once
     * @param prefetch how many deliveries each consumer is handed at once; a page is some megabytes, so keep it small
     */
    public SimpleRabbitListenerContainerFactory listener(WorkQueue queue, int concurrency, int prefetch) {
        return factory(advice.work(queue, false), concurrency, prefetch);
    }

    /**
     * The same for a queue whose messages nobody should have to replay: what a retry may heal is tried on and on, at the
     * ladder's longest wait; only what can never succeed becomes a dead letter.
     */
    public SimpleRabbitListenerContainerFactory patientListener(WorkQueue queue, int concurrency, int prefetch) {
        return factory(advice.work(queue, true), concurrency, prefetch);
    }

    /** A factory of listener containers for news: one that fails is let go, whatever the reason. */
    public SimpleRabbitListenerContainerFactory newsListener(int prefetch) {
        return factory(advice.news(), 1, prefetch);
    }

    /**
     * A container that hands over every dead letter of these queues. Whatever goes wrong there, the message stays in its queue.
     */
    public MessageListenerContainer deadLetterListener(List<WorkQueue> queues, Consumer<DeadLetter> collector) {
        SimpleMessageListenerContainer container =
                factory(advice.deadLetters(), 1, 10).createListenerContainer();
        container.setQueueNames(queues.stream().map(WorkQueue::deadLetterQueue).toArray(String[]::new));
        container.setMessageListener(message -> collector.accept(DeadLetter.of(
                message, String.valueOf(message.getMessageProperties().getConsumerQueue()))));
        return container;
    }

    private SimpleRabbitListenerContainerFactory factory(Advice[] chain, int concurrency, int prefetch) {
        SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setMessageConverter(converter);
        factory.setConcurrentConsumers(concurrency);
        factory.setPrefetchCount(prefetch);
        factory.setAdviceChain(chain);
        // Only what the advice could not move on arrives here: back into the queue with it.
        factory.setDefaultRequeueRejected(true);
        // A queue that was declared with other arguments stops the service, with the queue's name, instead of losing
        // its rules.
        factory.setMismatchedQueuesFatal(true);
        factory.setMissingQueuesFatal(false);
        factory.setContainerCustomizer(container -> {
            container.setShutdownTimeout(settings.shutdownTimeout().toMillis());
            consumers.add(container);
        });
        return factory;
    }
}
