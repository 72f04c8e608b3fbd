package dev.squaresync.fetcher.page;

import dev.squaresync.fetcher.cancellation.CancelledStreams;
import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.messaging.WorkQueues;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue of pages to fetch and its listener. */
@Configuration(proxyBeanMethods = false)
class FetchingConfiguration {

    @Bean
    WorkQueue pagesToFetchQueue() {
        return Topology.PAGES_TO_FETCH;
    }

    @Bean
    Declarables pagesToFetchDeclarables(WorkQueues queues, WorkQueue pagesToFetchQueue) {
        return queues.declarables(pagesToFetchQueue);
    }

    @Bean
    SimpleRabbitListenerContainerFactory pagesToFetch(
            WorkQueues queues, WorkQueue pagesToFetchQueue, FetchingSettings settings) {
        return queues.listener(pagesToFetchQueue, settings.consumers(), 1);
    }

    @Bean
    PageFetcher pageFetcher(
            SquareResources resources,
            ConfirmedPublisher publisher,
            CancelledStreams cancelled,
            FetchingSettings settings,
            MeterRegistry registry) {
        PageParts parts =
                new PageParts(Math.toIntExact(settings.largestMessage().toBytes()));
        return new PageFetcher(
                resources,
                new PageMessages(parts),
                publisher,
                cancelled,
                new PageMeters(registry),
                settings.mostScans());
    }
}
