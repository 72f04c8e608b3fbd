package dev.squaresync.messaging;

import static dev.squaresync.messaging.TestService.request;
import static dev.squaresync.messaging.TestService.toWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.TestService.Deliveries;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Publishing on a real broker. */
@SpringBootTest(
        classes = TestService.class,
        properties = {
            "square-sync.retry.waits=100ms,300ms",
            "square-sync.dependency.shortest-probe=100ms",
            "spring.application.name=test-service",
            "spring.main.web-application-type=none"
        })
class PublishingTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private Deliveries deliveries;

    @BeforeEach
    void forget() {
        deliveries.forget();
    }

    @Test
    void what_is_published_is_delivered_once() {
        SyncRequested message = request();

        publisher.publish(toWork(message));

        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).containsExactly(message));
    }

    @Test
    void a_message_that_no_queue_wants_is_a_failed_publish() {
        assertThatThrownBy(() -> publisher.publish(new Outgoing("square-sync.test", "nobody-wants-this", request())))
                .isInstanceOf(PublishFailed.class)
                .hasMessageContaining("square-sync.test/nobody-wants-this")
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
        Outgoing lost = new Outgoing("square-sync.test", "nobody-wants-this", request());

        assertThatThrownBy(() -> publisher.publish(List.of(toWork(request), lost)))
                .isInstanceOf(PublishFailed.class);
        await().atMost(SOON).untilAsserted(() -> assertThat(deliveries.received).containsExactly(request));
    }
}
