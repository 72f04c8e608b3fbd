package dev.squaresync.writer.page;

import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueues;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PageMessaging {

    @Bean
    String pagesToWriteQueue() {
        return Topology.PAGES_TO_WRITE.name();
    }

    @Bean
    SimpleRabbitListenerContainerFactory pagesToWrite(WorkQueues queues, PageSettings settings) {
        return queues.listener(Topology.PAGES_TO_WRITE, settings.consumers(), settings.prefetch());
    }

    @Bean
    Declarables pagesToWriteDeclarables(WorkQueues queues) {
        return queues.declarables(Topology.PAGES_TO_WRITE);
    }

    @Bean
    Declarables writerExchange(WorkQueues queues) {
        return queues.exchange(Topology.WRITER_EXCHANGE);
    }
}
