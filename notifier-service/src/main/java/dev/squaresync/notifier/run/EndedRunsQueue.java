package dev.squaresync.notifier.run;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EndedRunsQueue {

    private static final int CONSUMERS = 1;
    private static final int PREFETCH = 5;

    @Bean
    Declarables endedRunsDeclarables(WorkQueues queues) {
        return queues.declarables(Topology.ENDED_RUNS);
    }

    @Bean
    SimpleRabbitListenerContainerFactory endedRuns(WorkQueues queues) {
        return queues.listener(Topology.ENDED_RUNS, CONSUMERS, PREFETCH);
    }

    @Bean
    Declarables notifierExchange(WorkQueues queues) {
        return queues.exchange(Topology.NOTIFIER_EXCHANGE);
    }
}
