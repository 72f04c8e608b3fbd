package dev.squaresync.notifier.run;

import dev.squaresync.messaging.GaveUp;
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
        // A mail that cannot be sent must not change the run, so nobody is told; the message waits as a dead letter.
        GaveUp tellNobody = (message, cause, attempts) -> {};
        return queues.listener(Topology.ENDED_RUNS, CONSUMERS, PREFETCH, tellNobody);
    }
}
