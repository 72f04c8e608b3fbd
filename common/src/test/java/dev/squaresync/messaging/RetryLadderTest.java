package dev.squaresync.messaging;

import static dev.squaresync.messaging.TestService.PATIENT_QUEUE;
import static dev.squaresync.messaging.TestService.QUEUE;
import static dev.squaresync.messaging.TestService.request;
import static dev.squaresync.messaging.TestService.toWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.dependency.Dependencies;
import dev.squaresync.dependency.DependencyHealth;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.TestService.BusyFor;
import dev.squaresync.messaging.TestService.Deliveries;
import dev.squaresync.messaging.TestService.Hopeless;
import dev.squaresync.messaging.TestService.Warehouse;
import dev.squaresync.messaging.TestService.WarehouseDown;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The retry ladder, dead letters and outages on a real broker. */
@SpringBootTest(
        classes = TestService.class,
        properties = {
            "square-sync.retry.waits=100ms,300ms",
            "square-sync.dependency.shortest-probe=100ms",
            "spring.application.name=test-service",
            "spring.main.web-application-type=none"
        })
class RetryLadderTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private RabbitTemplate template;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Dependencies dependencies;

    @Autowired
    private DependencyHealth health;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void forget() {
        deliveries.forget();
    }

    @Test
    void a_delivery_that_fails_comes_back_until_it_succeeds() {
        deliveries.failTimes(2, new IllegalStateException("not yet"));

        publisher.publish(toWork(request()));

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).hasSize(3));
        assertThat(deadLetter()).isNull();
    }

    @Test
    void what_has_climbed_the_whole_ladder_becomes_a_dead_letter_with_its_reason() {
        SyncRequested message = request();
        deliveries.failTimes(3, new IllegalStateException("still not"));

        publisher.publish(toWork(message));

        Message dead = awaitDeadLetter();
        assertThat(template.getMessageConverter().fromMessage(dead)).isEqualTo(message);
        assertThat(dead.getMessageProperties().getHeaders())
                .containsEntry("square-sync-attempt", 3)
                .containsEntry("square-sync-reason", "still not")
                .containsEntry("square-sync-code", "unexpected-failure");
        assertThat(deliveries.received).hasSize(3);
    }

    @Test
    void what_can_never_succeed_is_not_tried_again() {
        deliveries.failTimes(1, new Hopeless());

        publisher.publish(toWork(request()));

        assertThat(awaitDeadLetter().getMessageProperties().getHeaders()).containsEntry("square-sync-code", "hopeless");
        assertThat(deliveries.received).hasSize(1);
    }

    @Test
    void a_failure_that_names_its_wait_skips_shorter_ones() {
        deliveries.failTimes(2, new BusyFor(Duration.ofMillis(250)));

        publisher.publish(toWork(request()));

        await().atMost(SOON).until(() -> deliveries.received.size() >= 3 || deadLetter() != null);
        assertThat(deliveries.waitedIn).contains("test.work.wait.300ms").doesNotContain("test.work.wait.100ms");
    }

    @Test
    void a_message_of_an_unknown_type_becomes_a_dead_letter_at_once() {
        template.send("", QUEUE.name(), ofUnknownType());

        MessageProperties dead = awaitDeadLetter().getMessageProperties();
        assertThat(dead.getType()).isEqualTo("unheard-of.v1");
        assertThat(dead.getHeaders()).containsEntry("square-sync-code", "unreadable-message");
        assertThat(deliveries.received).isEmpty();
    }

    @Test
    void where_nobody_should_have_to_replay_a_message_that_may_heal_is_tried_on_and_on() {
        deliveries.failTimes(5, new IllegalStateException("a long trouble"));

        publisher.publish(new Outgoing("patient.exchange", "sync-requested.orders", request()));

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).hasSize(6));
        assertThat(template.receive(PATIENT_QUEUE.deadLetterQueue())).isNull();
    }

    @Test
    void what_can_never_succeed_becomes_a_dead_letter_even_there() {
        deliveries.failTimes(1, new Hopeless());

        publisher.publish(new Outgoing("patient.exchange", "sync-requested.orders", request()));

        await().atMost(SOON).until(() -> template.receive(PATIENT_QUEUE.deadLetterQueue()) != null);
        assertThat(deliveries.received).hasSize(1);
    }

    @Test
    void an_outage_pauses_the_consumers_and_costs_no_message_an_attempt() {
        warehouse.down = true;
        deliveries.failTimes(1, new WarehouseDown());
        publisher.publish(toWork(request()));
        await().atMost(SOON).until(dependencies::pauseConsumers);

        List<SyncRequested> queued =
                Stream.generate(TestService::request).limit(5).toList();
        queued.forEach(request -> publisher.publish(toWork(request)));
        // Longer than the whole ladder: without the pause all of them would be dead by then.
        await().pollDelay(Duration.ofSeconds(2)).atMost(SOON).until(dependencies::pauseConsumers);
        assertThat(deliveries.received).hasSize(1);
        assertThat(health.health().getStatus().getCode()).isEqualTo("DEGRADED");
        assertThat(health.health().getDetails().get("the warehouse").toString()).contains("down since", "nobody opens");
        assertThat(up()).isZero();

        warehouse.down = false;

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries.received).hasSize(7).containsAll(queued));
        assertThat(deadLetter()).isNull();
        assertThat(health.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(up()).isOne();
    }

    @Test
    void a_dead_letter_stays_in_its_queue_until_its_collector_has_taken_it() {
        deliveries.failTimes(1, new Hopeless());
        deliveries.collectorFailures.add(new IllegalStateException("no room"));

        publisher.publish(new Outgoing("collected.exchange", "sync-requested.orders", request()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries.collected).hasSize(1));
        DeadLetter deadLetter = deliveries.collected.get(0);
        assertThat(deadLetter.queue()).isEqualTo("collected.work");
        assertThat(deadLetter.wireType()).isEqualTo("sync-requested.v1");
        assertThat(deadLetter.code()).isEqualTo("hopeless");
        assertThat(deadLetter.attempts()).isEqualTo(1);
    }

    @Test
    void a_replayed_dead_letter_starts_anew_and_is_known_when_it_dies_again() {
        SyncRequested message = request();
        deliveries.failTimes(4, new IllegalStateException("not today"));
        publisher.publish(new Outgoing("collected.exchange", "sync-requested.orders", message));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries.collected).hasSize(1));
        UUID id = UUID.randomUUID();

        publisher.replay(deliveries.collected.get(0), id);

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).hasSize(5));
        assertThat(deliveries.received).containsOnly(message);
        assertThat(deliveries.collected).hasSize(1);

        deliveries.failTimes(1, new Hopeless());
        publisher.replay(deliveries.collected.get(0), id);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(deliveries.collected).hasSize(2));
        assertThat(deliveries.collected.get(1).headers()).containsEntry("square-sync-dead-letter", id.toString());
    }

    private double up() {
        return meters.get("square_sync.dependency.up").gauge().value();
    }

    private static Message ofUnknownType() {
        MessageProperties properties = new MessageProperties();
        properties.setType("unheard-of.v1");
        return new Message("{}".getBytes(StandardCharsets.UTF_8), properties);
    }

    private Message awaitDeadLetter() {
        return await().atMost(SOON).until(this::deadLetter, message -> message != null);
    }

    private @Nullable Message deadLetter() {
        return template.receive(QUEUE.deadLetterQueue());
    }
}
