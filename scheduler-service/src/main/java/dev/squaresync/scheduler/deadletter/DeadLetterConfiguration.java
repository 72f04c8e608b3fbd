package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadLetterConfiguration {

    @Bean
    Declarables deadLetterQueues(WorkQueues workQueues) {
        return workQueues.deadLetterQueues(Topology.WORK_QUEUES);
    }

    @Bean
    MessageListenerContainer deadLetterListener(WorkQueues workQueues, DeadLetterCollector collector) {
        return workQueues.deadLetterListener(Topology.WORK_QUEUES, collector::collect);
    }
}
