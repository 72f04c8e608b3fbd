package dev.squaresync.scheduler.progress;

import dev.squaresync.messaging.GaveUp;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressConfiguration.class);

    /** Progress is one short transaction a message, all of a run behind one lock: more consumers would only wait. */
    private static final int CONSUMERS = 1;

    private static final int PREFETCH = 20;

    @Bean
    Declarables progressDeclarables(WorkQueues workQueues) {
        return workQueues.declarables(Topology.PROGRESS);
    }

    @Bean
    Declarables schedulerExchange(WorkQueues workQueues) {
        return workQueues.exchange(Topology.SCHEDULER_EXCHANGE);
    }

    @Bean
    SimpleRabbitListenerContainerFactory progress(WorkQueues workQueues) {
        return workQueues.listener(Topology.PROGRESS, CONSUMERS, PREFETCH, gaveUp());
    }

    /** Nobody else can be told: the message stays in the dead-letter queue, and its run stays open until it is replayed. */
    private static GaveUp gaveUp() {
        return (message, cause, attempts) -> LOG.error("Progress was not recorded and is dead-lettered: {}", message);
    }
}
