package dev.squaresync.scheduler.progress;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgressConfiguration {

    /** Progress is one short transaction a message, all of a run behind one lock: more consumers would only wait. */
    private static final int CONSUMERS = 1;

    private static final int PREFETCH = 20;

    @Bean
    Declarables progressDeclarables(WorkQueues workQueues) {
        return workQueues.declarables(Topology.PROGRESS);
    }

    @Bean
    Declarables newsDeclarables(WorkQueues workQueues) {
        return workQueues.declarables(Topology.NEWS);
    }

    @Bean
    SimpleRabbitListenerContainerFactory newsReaders(WorkQueues workQueues) {
        return workQueues.newsListener(PREFETCH);
    }

    @Bean
    Declarables schedulerExchange(WorkQueues workQueues) {
        return workQueues.exchange(Topology.SCHEDULER_EXCHANGE);
    }

    @Bean
    SimpleRabbitListenerContainerFactory progress(WorkQueues workQueues) {
        return workQueues.patientListener(Topology.PROGRESS, CONSUMERS, PREFETCH);
    }
}
