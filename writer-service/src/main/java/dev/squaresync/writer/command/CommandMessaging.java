package dev.squaresync.writer.command;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandMessaging {

    /** Each may take minutes, and needs a database connection. */
    private static final int CONSUMERS = 1;

    private static final int PREFETCH = 1;

    @Bean
    String commandsQueue() {
        return Topology.COMMANDS_TO_WRITER.name();
    }

    @Bean
    SimpleRabbitListenerContainerFactory commands(WorkQueues queues) {
        return queues.listener(Topology.COMMANDS_TO_WRITER, CONSUMERS, PREFETCH);
    }

    @Bean
    Declarables commandsDeclarables(WorkQueues queues) {
        return queues.declarables(Topology.COMMANDS_TO_WRITER);
    }
}
