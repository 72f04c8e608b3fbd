package dev.squaresync.messaging;

import dev.squaresync.dependency.Dependency;
import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.testsupport.TestBroker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.MDC;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;
import tools.jackson.databind.json.JsonMapper;

/** A service with two work queues on a real broker, whose one worker fails as it is told to. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(MessagingConfiguration.class)
class TestService {

    static final WorkQueue QUEUE =
            new WorkQueue("test.work", List.of(new WorkQueue.Source("square-sync.test", "sync-requested.*")));

    static final WorkQueue PATIENT_QUEUE =
            new WorkQueue("patient.work", List.of(new WorkQueue.Source("patient.exchange", "sync-requested.*")));

    static final WorkQueue COLLECTED_QUEUE =
            new WorkQueue("collected.work", List.of(new WorkQueue.Source("collected.exchange", "sync-requested.*")));

    static final NewsQueue NEWS = new NewsQueue(
            "test.news",
            List.of(
                    new WorkQueue.Source("square-sync.test", Topology.WORKER_SEEN_KEY),
                    new WorkQueue.Source("square-sync.test", Topology.DELIVERY_RETRIED_KEY)));

    static SyncRequested request() {
        return new SyncRequested(UUID.randomUUID(), DataType.of("orders"), null, Instant.parse("2026-11-22T01:00:00Z"));
    }

    static Outgoing toWork(SyncRequested request) {
        return new Outgoing("square-sync.test", "sync-requested.orders", request);
    }

    @Bean
    DynamicPropertyRegistrar broker() {
        return registry -> {
            TestBroker broker = TestBroker.freshVirtualHost();
            registry.add("spring.rabbitmq.host", broker::host);
            registry.add("spring.rabbitmq.port", broker::port);
            registry.add("spring.rabbitmq.username", broker::username);
            registry.add("spring.rabbitmq.password", broker::password);
            registry.add("spring.rabbitmq.virtual-host", broker::virtualHost);
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Declarables work(WorkQueues workQueues) {
        return workQueues.declarables(QUEUE);
    }

    @Bean
    Declarables newsDeclarables(WorkQueues workQueues) {
        return workQueues.declarables(NEWS);
    }

    @Bean
    SimpleRabbitListenerContainerFactory newsReaders(WorkQueues workQueues) {
        return workQueues.newsListener(10);
    }

    @Bean
    Declarables patientWork(WorkQueues workQueues) {
        return workQueues.declarables(PATIENT_QUEUE);
    }

    @Bean
    Declarables collectedWork(WorkQueues workQueues) {
        return workQueues.declarables(COLLECTED_QUEUE);
    }

    @Bean
    SimpleRabbitListenerContainerFactory workers(WorkQueues workQueues) {
        return workQueues.listener(QUEUE, 1, 1);
    }

    @Bean
    SimpleRabbitListenerContainerFactory patientWorkers(WorkQueues workQueues) {
        return workQueues.patientListener(PATIENT_QUEUE, 1, 1);
    }

    @Bean
    SimpleRabbitListenerContainerFactory collectedWorkers(WorkQueues workQueues) {
        return workQueues.listener(COLLECTED_QUEUE, 1, 1);
    }

    @Bean
    MessageListenerContainer collector(WorkQueues workQueues, Deliveries deliveries) {
        return workQueues.deadLetterListener(List.of(COLLECTED_QUEUE), deliveries::collect);
    }

    @Bean
    Deliveries deliveries() {
        return new Deliveries();
    }

    @Bean
    Worker worker(Deliveries deliveries) {
        return new Worker(deliveries);
    }

    @Bean
    Warehouse warehouse() {
        return new Warehouse();
    }

    /** What came, and what is to happen next. */
    static final class Deliveries {

        final List<SyncRequested> received = new CopyOnWriteArrayList<>();
        final List<String> waitedIn = new CopyOnWriteArrayList<>();
        final List<Object> news = new CopyOnWriteArrayList<>();
        final List<Map<String, String>> logged = new CopyOnWriteArrayList<>();
        final List<DeadLetter> collected = new CopyOnWriteArrayList<>();
        final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        final Queue<RuntimeException> collectorFailures = new ConcurrentLinkedQueue<>();

        void failTimes(int times, RuntimeException failure) {
            for (int i = 0; i < times; i++) {
                failures.add(failure);
            }
        }

        void collect(DeadLetter deadLetter) {
            RuntimeException failure = collectorFailures.poll();
            if (failure != null) {
                throw failure;
            }
            collected.add(deadLetter);
        }

        void forget() {
            received.clear();
            logged.clear();
            waitedIn.clear();
            collected.clear();
            news.clear();
            failures.clear();
            collectorFailures.clear();
        }
    }

    static final class Worker {

        private final Deliveries deliveries;

        Worker(Deliveries deliveries) {
            this.deliveries = deliveries;
        }

        @RabbitListener(queues = "test.news", containerFactory = "newsReaders")
        void onNews(Message message) {
            deliveries.news.add(new WireMessageConverter(JsonMapper.builder().build()).fromMessage(message));
        }

        @RabbitListener(queues = "test.work", containerFactory = "workers")
        @RabbitListener(queues = "patient.work", containerFactory = "patientWorkers")
        @RabbitListener(queues = "collected.work", containerFactory = "collectedWorkers")
        void on(SyncRequested request, Message message) {
            Map<String, String> said = MDC.getCopyOfContextMap();
            deliveries.logged.add(said == null ? Map.of() : said);
            deliveries.received.add(request);
            List<Map<String, ?>> deaths = message.getMessageProperties().getXDeathHeader();
            if (deaths != null) {
                deaths.forEach(death -> deliveries.waitedIn.add(String.valueOf(death.get("queue"))));
            }
            RuntimeException failure = deliveries.failures.poll();
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** A dependency that is down when it is told so. */
    static final class Warehouse implements Dependency {

        volatile boolean down;

        @Override
        public String name() {
            return "the warehouse";
        }

        @Override
        public boolean explains(Throwable failure) {
            return failure instanceof WarehouseDown;
        }

        @Override
        public void probe() {
            if (down) {
                throw new WarehouseDown();
            }
        }
    }

    static final class WarehouseDown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WarehouseDown() {
            super("nobody opens");
        }
    }

    static final class Hopeless extends RuntimeException implements PermanentFailure, CodedFailure {
        private static final long serialVersionUID = 1L;

        @Override
        public String code() {
            return "hopeless";
        }
    }

    static final class BusyFor extends RuntimeException implements DelayedFailure {
        private static final long serialVersionUID = 1L;
        private final Duration time;

        BusyFor(Duration time) {
            this.time = time;
        }

        @Override
        public Duration retryAfter() {
            return time;
        }
    }
}
