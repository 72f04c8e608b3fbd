package dev.squaresync.fetcher;

import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.messaging.Topology;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.messaging.WorkQueue;
import dev.squaresync.messaging.WorkQueues;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Stands where writer and scheduler stand, and remembers what it hears, and the dead letters. */
@TestConfiguration(proxyBeanMethods = false)
class PublishedByFetcher {

    private static final WorkQueue HEARD = new WorkQueue(
            "test.heard",
            List.of(
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, "stream-planned.*"),
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, "page-fetched.*"),
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, Topology.CONDITION_REPORTED_KEY),
                    new WorkQueue.Source(Topology.FETCHER_EXCHANGE, Topology.DEPENDENCY_REPORTED_KEY)));

    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();
    private final Queue<DeadLetter> dead = new ConcurrentLinkedQueue<>();
    private final WireMessageConverter converter;

    PublishedByFetcher(WireMessageConverter converter) {
        this.converter = converter;
    }

    @Bean
    static Declarables heardDeclarables(WorkQueues queues) {
        return queues.declarables(HEARD);
    }

    @Bean
    static SimpleRabbitListenerContainerFactory heard(ConnectionFactory connections) {
        // Unlike the fetcher's own consumers, it goes on listening during an outage.
        SimpleRabbitListenerContainerFactory factory = new SimpleRabbitListenerContainerFactory();
        factory.setConnectionFactory(connections);
        return factory;
    }

    @Bean
    static MessageListenerContainer deadLetters(WorkQueues queues, PublishedByFetcher published) {
        return queues.deadLetterListener(
                List.of(Topology.STREAMS_TO_PLAN, Topology.PAGES_TO_FETCH), published.dead::add);
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

    /** In the order of their scans, whatever order they came in: what is published together may go over several channels. */
    List<PageFetched> pages(UUID run) {
        return of(PageFetched.class).stream()
                .filter(page -> page.page().runId().equals(run))
                .sorted(Comparator.<PageFetched>comparingInt(page -> page.page().scan())
                        .thenComparingInt(page -> page.page().number()))
                .toList();
    }

    /** The run's pages, or whole streams, that were given up. */
    List<DeadLetter> deadLetters(UUID run) {
        return dead.stream()
                .filter(letter -> text(letter).contains(run.toString()))
                .toList();
    }

    private static String text(DeadLetter letter) {
        return new String(letter.body(), StandardCharsets.UTF_8);
    }

    List<DependencyReported> reports() {
        return of(DependencyReported.class);
    }

    List<ConditionReported> conditions() {
        return of(ConditionReported.class);
    }

    private <T> List<T> of(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
