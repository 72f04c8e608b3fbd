package dev.squaresync.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.testsupport.TestBroker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.amqp.rabbit.config.SimpleRabbitListenerContainerFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Publishing and the retry ladder on a real broker. */
@SpringBootTest(
        classes = DeliveryTest.Wiring.class,
        properties = {"square-sync.retry.waits=100ms,300ms", "spring.main.web-application-type=none"})
class DeliveryTest {

    static final WorkQueue QUEUE =
            new WorkQueue("test.work", List.of(new WorkQueue.Source("test.exchange", "sync-requested.*")));

    static final WorkQueue PATIENT_QUEUE =
            new WorkQueue("patient.work", List.of(new WorkQueue.Source("patient.exchange", "sync-requested.*")));

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private RabbitTemplate template;

    @Autowired
    private Deliveries deliveries;

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry registry) {
        TestBroker broker = TestBroker.freshVirtualHost();
        registry.add("spring.rabbitmq.host", broker::host);
        registry.add("spring.rabbitmq.port", broker::port);
        registry.add("spring.rabbitmq.username", broker::username);
        registry.add("spring.rabbitmq.password", broker::password);
        registry.add("spring.rabbitmq.virtual-host", broker::virtualHost);
    }

    @BeforeEach
    void forget() {
        deliveries.forget();
    }

    @Test
    void what_is_published_is_delivered_once() {
        SyncRequested message = request();

        publish(message);

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).containsExactly(message));
    }

    @Test
    void a_message_that_no_queue_wants_is_a_failed_publish() {
        assertThatThrownBy(() -> publisher.publish(new Outgoing("test.exchange", "nobody-wants-this", request())))
                .isInstanceOf(PublishFailed.class)
                .hasMessageContaining("test.exchange/nobody-wants-this")
                .hasMessageContaining("no queue takes it");
    }

    @Test
    void a_message_to_a_missing_exchange_is_a_failed_publish() {
        assertThatThrownBy(() -> publisher.publish(new Outgoing("no.such.exchange", "any", request())))
                .isInstanceOf(PublishFailed.class);
    }

    @Test
    void one_unroutable_message_fails_the_batch_though_the_others_arrive() {
        SyncRequested request = request();
        Outgoing fine = new Outgoing("test.exchange", "sync-requested.orders", request);
        Outgoing lost = new Outgoing("test.exchange", "nobody-wants-this", request());

        assertThatThrownBy(() -> publisher.publish(List.of(fine, lost))).isInstanceOf(PublishFailed.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).containsExactly(request));
    }

    @Test
    void a_delivery_that_fails_comes_back_until_it_succeeds() {
        failTimes(2, new IllegalStateException("not yet"));

        publish(request());

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).hasSize(3));
        assertThat(deliveries.givenUp).isEmpty();
        assertThat(deadLetter()).isNull();
    }

    @Test
    void what_has_climbed_the_whole_ladder_tells_its_run_and_becomes_a_dead_letter_with_its_reason() {
        SyncRequested message = request();
        failTimes(3, new IllegalStateException("still not"));

        publish(message);

        Message dead = awaitDeadLetter();
        assertThat(template.getMessageConverter().fromMessage(dead)).isEqualTo(message);
        assertThat(dead.getMessageProperties().getHeaders())
                .containsEntry("square-sync-attempt", 3)
                .containsEntry("square-sync-reason", "still not");
        assertThat(deliveries.received).hasSize(3);
        assertThat(deliveries.givenUp).containsExactly(3);
    }

    @Test
    void what_can_never_succeed_is_not_tried_again() {
        failTimes(1, new Hopeless());

        publish(request());

        awaitDeadLetter();
        assertThat(deliveries.received).hasSize(1);
        assertThat(deliveries.givenUp).containsExactly(1);
    }

    @Test
    void a_failure_that_names_its_wait_skips_shorter_ones() {
        failTimes(2, new BusyFor(Duration.ofMillis(250)));

        publish(request());

        awaitDeadLetterOrThirdDelivery();
        List<String> waited = deliveries.waitedIn;
        assertThat(waited).contains("test.work.wait.300ms").doesNotContain("test.work.wait.100ms");
    }

    @Test
    void a_message_of_an_unknown_type_becomes_a_dead_letter_at_once() {
        MessageProperties properties = new MessageProperties();
        properties.setType("unheard-of.v1");
        template.send("", QUEUE.name(), new Message("{}".getBytes(StandardCharsets.UTF_8), properties));

        Message dead = awaitDeadLetter();
        assertThat(dead.getMessageProperties().getType()).isEqualTo("unheard-of.v1");
        assertThat(deliveries.received).isEmpty();
        assertThat(deliveries.givenUp).isEmpty();
    }

    @Test
    void a_message_is_not_dead_lettered_before_its_run_could_be_told() {
        failTimes(2, new Hopeless());
        deliveries.whenGivenUp = attempts -> {
            deliveries.whenGivenUp = again -> {};
            throw new IllegalStateException("the broker is away just now");
        };

        publish(request());

        awaitDeadLetter();
        assertThat(deliveries.received).hasSize(2);
        assertThat(deliveries.givenUp).containsExactly(1);
    }

    @Test
    void where_nobody_could_be_told_a_message_that_may_heal_is_tried_on_and_on() {
        SyncRequested message = request();
        failTimes(5, new IllegalStateException("a long outage"));

        publisher.publish(new Outgoing("patient.exchange", "sync-requested.orders", message));

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).hasSize(6));
        assertThat(template.receive(PATIENT_QUEUE.deadLetterQueue())).isNull();
    }

    @Test
    void what_can_never_succeed_becomes_a_dead_letter_even_where_nobody_could_be_told() {
        failTimes(1, new Hopeless());

        publisher.publish(new Outgoing("patient.exchange", "sync-requested.orders", request()));

        await().atMost(SOON).until(() -> template.receive(PATIENT_QUEUE.deadLetterQueue()) != null);
        assertThat(deliveries.received).hasSize(1);
    }

    private void publish(SyncRequested message) {
        publisher.publish(new Outgoing("test.exchange", "sync-requested.orders", message));
    }

    private void failTimes(int times, RuntimeException failure) {
        for (int i = 0; i < times; i++) {
            deliveries.failures.add(failure);
        }
    }

    private Message awaitDeadLetter() {
        return await().atMost(SOON).until(this::deadLetter, message -> message != null);
    }

    private void awaitDeadLetterOrThirdDelivery() {
        await().atMost(SOON).until(() -> deliveries.received.size() >= 3 || deadLetter() != null);
    }

    private @Nullable Message deadLetter() {
        return template.receive(QUEUE.deadLetterQueue());
    }

    private static SyncRequested request() {
        return new SyncRequested(UUID.randomUUID(), DataType.of("orders"), null, Instant.parse("2026-11-22T01:00:00Z"));
    }

    private static final class Hopeless extends RuntimeException implements PermanentFailure {
        private static final long serialVersionUID = 1L;
    }

    private static final class BusyFor extends RuntimeException implements DelayedFailure {
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

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(MessagingConfiguration.class)
    static class Wiring {

        @Bean
        Declarables work(WorkQueues workQueues) {
            return workQueues.declarables(QUEUE);
        }

        @Bean
        Declarables patientWork(WorkQueues workQueues) {
            return workQueues.declarables(PATIENT_QUEUE);
        }

        @Bean
        SimpleRabbitListenerContainerFactory patientWorkers(WorkQueues workQueues) {
            return workQueues.patientListener(PATIENT_QUEUE, 1, 1);
        }

        @Bean
        Deliveries deliveries() {
            return new Deliveries();
        }

        @Bean
        SimpleRabbitListenerContainerFactory workers(WorkQueues workQueues, Deliveries deliveries) {
            return workQueues.listener(QUEUE, 1, 1, (message, cause, attempts) -> deliveries.onGivenUp(attempts));
        }

        @Bean
        Worker worker(Deliveries deliveries) {
            return new Worker(deliveries);
        }
    }

    /** What came, and what is to happen next. */
    static final class Deliveries {

        final List<SyncRequested> received = new CopyOnWriteArrayList<>();
        final List<String> waitedIn = new CopyOnWriteArrayList<>();
        final List<Integer> givenUp = new CopyOnWriteArrayList<>();
        final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
        volatile Consumer<Integer> whenGivenUp = attempts -> {};

        void onGivenUp(int attempts) {
            whenGivenUp.accept(attempts);
            givenUp.add(attempts);
        }

        void forget() {
            received.clear();
            waitedIn.clear();
            givenUp.clear();
            failures.clear();
            whenGivenUp = attempts -> {};
        }
    }

    static final class Worker {

        private final Deliveries deliveries;

        Worker(Deliveries deliveries) {
            this.deliveries = deliveries;
        }

        @RabbitListener(queues = "test.work", containerFactory = "workers")
        @RabbitListener(queues = "patient.work", containerFactory = "patientWorkers")
        void on(SyncRequested request, Message message) {
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
}
