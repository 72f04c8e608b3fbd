package dev.squaresync.fetcher.cancellation;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WireMessageConverter;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.Base64UrlNamingStrategy;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every instance must hear of every cancelled run, so each has its own queue, which goes when the instance goes. */
@Configuration(proxyBeanMethods = false)
class CancellationConfiguration {

    private static final String PREFIX = "square-sync.fetcher.cancelled.";

    @Bean
    AnonymousQueue cancelledRunsQueue() {
        AnonymousQueue queue = new AnonymousQueue(new Base64UrlNamingStrategy(PREFIX));
        // After a lost connection the broker keeps the queue locked until it notices the loss as well. That must not
        // keep
        // the other queues from being declared; the listener tries again.
        queue.setIgnoreDeclarationExceptions(true);
        return queue;
    }

    @Bean
    Binding cancelledRunsBinding(AnonymousQueue cancelledRunsQueue) {
        return BindingBuilder.bind(cancelledRunsQueue)
                .to(new TopicExchange(Topology.SCHEDULER_EXCHANGE))
                .with(Topology.RUN_CANCELLED_KEY);
    }

    /** Not paused during an outage, unlike the work queues: a run may be cancelled because of it. */
    @Bean
    SimpleRabbitListenerContainerFactory cancelledRuns(ConnectionFactory connections, WireMessageConverter converter) {
        SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        factory.setMessageConverter(converter);
        factory.setMissingQueuesFatal(false);
        // What cannot be read would come back at once, for ever.
        factory.setDefaultRequeueRejected(false);
        return factory;
    }
}
