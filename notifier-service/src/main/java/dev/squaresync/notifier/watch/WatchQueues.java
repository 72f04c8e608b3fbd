package dev.squaresync.notifier.watch;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WatchQueues {

    /** One: what is said of one cause is heard in its order. */
    private static final int CONSUMERS = 1;

    private static final int PREFETCH = 20;

    @Bean
    Declarables watchedDeclarables(WorkQueues queues) {
        return queues.declarables(Topology.WATCHED);
    }

    @Bean
    Declarables signsOfLifeDeclarables(WorkQueues queues) {
        return queues.declarables(Topology.SIGNS_OF_LIFE);
    }

    @Bean
    SimpleRabbitListenerContainerFactory watched(WorkQueues queues) {
        return queues.patientListener(Topology.WATCHED, CONSUMERS, PREFETCH);
    }

    @Bean
    SimpleRabbitListenerContainerFactory signsOfLife(WorkQueues queues) {
        return queues.newsListener(PREFETCH);
    }
}
