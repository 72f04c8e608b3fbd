package dev.squaresync.scheduler.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The queues as RabbitMQ itself counts them. */
@SchedulerTest
class QueuesTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    @Autowired
    private Queues queues;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Surroundings surroundings;

    @Test
    void each_queue_is_shown_with_its_consumers_and_depth() {
        await().atMost(SOON).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(3));
            QueuesReport report = queues.all();
            assertThat(report.problem()).isNull();
            assertThat(report.queues())
                    .filteredOn(queue -> queue.name().equals(Topology.PROGRESS.name()))
                    .singleElement()
                    .satisfies(progress -> {
                        assertThat(progress.consumers()).isEqualTo(1);
                        assertThat(progress.depth()).isZero();
                    });
        });
    }

    @Test
    void the_broker_is_asked_at_most_every_two_seconds() {
        QueuesReport first = queues.all();

        clock.advance(Duration.ofMillis(1_999));
        assertThat(queues.all()).isSameAs(first);

        clock.advance(Duration.ofMillis(1));
        assertThat(queues.all()).isNotSameAs(first);
    }

    @Test
    void a_broker_that_does_not_answer_is_a_sentence() {
        assertThat(report("http://127.0.0.1:1", "guest").problem())
                .isEqualTo("The broker's management API does not answer.");
    }

    @Test
    void wrong_credentials_are_a_sentence_without_the_credentials() {
        assertThat(report(surroundings.broker().managementUrl(), "nobody").problem())
                .isEqualTo("The broker's management API answered 401.");
    }

    @Test
    void without_an_address_the_sentence_says_what_to_set() {
        assertThat(report("", "").problem()).contains("SCHEDULER_RABBITMQ_MANAGEMENT_URL");
    }

    private QueuesReport report(String url, String user) {
        ManagementApi api = new ManagementApi(new BrokerSettings(url, user, "wrong"), "/");
        QueuesReport report = new Queues(api, clock).all();
        assertThat(report.isReachable()).isFalse();
        assertThat(report.queues()).isEmpty();
        return report;
    }
}
