package dev.squaresync.fetcher;

import dev.squaresync.message.PageFetched;
import dev.squaresync.message.StreamFailed;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.messaging.WorkQueues;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stands where writer and scheduler stand, and remembers what it hears, in order. */
@TestConfiguration(proxyBeanMethods = false)
class PublishedByFetcher {

    private static final WorkQueue HEARD = new WorkQueue(
            "test.heard",
            List.of(
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, "stream-planned.*"),
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, "page-fetched.*"),
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, "stream-failed.*")));

    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();
    private final WireMessageConverter converter;

    PublishedByFetcher(WireMessageConverter converter) {
        this.converter = converter;
    }

    @Bean
    static Declarables heardDeclarables(WorkQueues queues) {
        return queues.declarables(HEARD);
    }

    @Bean
    static SimpleRabbitListenerContainerFactory heard(WorkQueues queues) {
        return queues.listener(HEARD, 1, 1, (message, cause, attempts) -> {});
    }

    @RabbitListener(queues = "test.heard", containerFactory = "heard")
    void hear(Message message) {
        heard.add(converter.fromMessage(message));
    }

    StreamPlanned plan(UUID run) {
        return of(StreamPlanned.class).stream()
                .filter(plan -> plan.runId().equals(run))
                .findFirst()
                .orElseThrow();
    }

    List<PageFetched> pages(UUID run) {
        return of(PageFetched.class).stream()
                .filter(page -> page.page().runId().equals(run))
                .toList();
    }

    List<StreamFailed> failures(UUID run) {
        return of(StreamFailed.class).stream()
                .filter(failed -> failed.runId().equals(run))
                .toList();
    }

    private <T> List<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
