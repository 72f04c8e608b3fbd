package dev.squaresync.fetcher.plan;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue of streams to plan and its listener. */
@Configuration(proxyBeanMethods = false)
class PlanningConfiguration {

    @Bean
    WorkQueue streamsToPlanQueue() {
        return Topology.STREAMS_TO_PLAN;
    }

    @Bean
    Declarables streamsToPlanDeclarables(WorkQueues queues, WorkQueue streamsToPlanQueue) {
        return queues.declarables(streamsToPlanQueue);
    }

    @Bean
    SimpleRabbitListenerContainerFactory streamsToPlan(WorkQueues queues, WorkQueue streamsToPlanQueue) {
        return queues.listener(streamsToPlanQueue, 1, 1);
    }
}
