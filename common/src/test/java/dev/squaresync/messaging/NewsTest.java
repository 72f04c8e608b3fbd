package dev.squaresync.messaging;

import static dev.squaresync.messaging.TestService.request;
import static dev.squaresync.messaging.TestService.toWork;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DeliveryRetried;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.message.WorkerSeen;
import dev.squaresync.messaging.TestService.Deliveries;
import dev.squaresync.messaging.TestService.Hopeless;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a service tells of itself, on a real broker. */
@SpringBootTest(
        classes = TestService.class,
        properties = {
            "square-sync.retry.waits=100ms,300ms",
            "square-sync.heartbeat=200ms",
            "square-sync.dependency.shortest-probe=100ms",
            "spring.application.name=test-service",
            "spring.main.web-application-type=none"
        })
class NewsTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private Heartbeat heartbeat;

    @Autowired
    private Deliveries deliveries;

    @BeforeEach
    void forget() {
        deliveries.forget();
    }

    @Test
    void an_instance_says_again_and_again_that_it_is_alive() {
        await().atMost(SOON).until(() -> heard(WorkerSeen.class).size() >= 3);

        WorkerSeen first = heard(WorkerSeen.class).get(0);
        WorkerSeen third = heard(WorkerSeen.class).get(2);
        assertThat(first.service()).isEqualTo("test");
        assertThat(first.instance()).endsWith(":" + ProcessHandle.current().pid());
        assertThat(third).usingRecursiveComparison().ignoringFields("at").isEqualTo(first);
        assertThat(third.at()).isAfter(first.at());
    }

    @Test
    void a_context_that_was_stopped_says_so_again_when_it_is_started_again() {
        heartbeat.stop();
        assertThat(heartbeat.isRunning()).isFalse();

        heartbeat.start();

        deliveries.forget();
        await().atMost(SOON).until(() -> !heard(WorkerSeen.class).isEmpty());
    }

    @Test
    void each_retry_is_told_with_its_number_and_its_reason() {
        SyncRequested message = request();
        deliveries.failTimes(3, new IllegalStateException("not yet"));

        publisher.publish(toWork(message));

        await().atMost(SOON).until(() -> deliveries.received.size() == 3);
        await().atMost(SOON).until(() -> heard(DeliveryRetried.class).size() == 2);
        assertThat(retries()).extracting(DeliveryRetried::attempt).containsExactly(1, 2);
        assertThat(heard(DeliveryRetried.class)).allSatisfy(retried -> {
            assertThat(retried.runId()).isEqualTo(message.runId());
            assertThat(retried.dataType()).isEqualTo(message.dataType());
            assertThat(retried.partitionId()).isNull();
            assertThat(retried.queue()).isEqualTo("test.work");
            assertThat(retried.attempts()).isEqualTo(2);
            assertThat(retried.code()).isEqualTo("unexpected-failure");
            assertThat(retried.reason()).isEqualTo("not yet");
        });
        assertThat(waitOf(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(waitOf(1)).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void what_is_given_up_at_once_is_no_retry() {
        deliveries.failTimes(1, new Hopeless());
        publisher.publish(toWork(request()));
        await().atMost(SOON).until(() -> deliveries.received.size() == 1);

        deliveries.failTimes(1, new IllegalStateException("not yet"));
        SyncRequested next = request();
        publisher.publish(toWork(next));

        await().atMost(SOON).until(() -> deliveries.received.size() == 3);
        await().atMost(SOON).until(() -> !heard(DeliveryRetried.class).isEmpty());
        assertThat(heard(DeliveryRetried.class))
                .extracting(DeliveryRetried::runId)
                .containsExactly(next.runId());
    }

    private Duration waitOf(int retry) {
        DeliveryRetried retried = retries().get(retry);
        return Duration.between(retried.at(), retried.nextTryAt());
    }

    /** By their number: the broker promises no order between the channels that they came through. */
    private List<DeliveryRetried> retries() {
        return heard(DeliveryRetried.class).stream()
                .sorted(Comparator.comparingInt(DeliveryRetried::attempt))
                .toList();
    }

    private <T> List<T> heard(Class<T> type) {
        return deliveries.news.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
