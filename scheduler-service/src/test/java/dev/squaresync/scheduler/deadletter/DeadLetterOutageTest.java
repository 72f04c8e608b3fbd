package dev.squaresync.scheduler.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.dependency.Dependencies;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.fixture.AnotherScheduler;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.Forwarder;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.context.ConfigurableApplicationContext;

class DeadLetterOutageTest {

    private static final String JDBC = "jdbc:";
    private static final int BEFORE = 20;
    private static final int DURING = 20;

    private final SettableClock clock = new SettableClock();
    private Forwarder postgres;
    private ConfigurableApplicationContext scheduler;

    @BeforeEach
    void start() throws IOException {
        Surroundings surroundings = Surroundings.fresh();
        Map<String, Object> properties = surroundings.properties();
        URI url = URI.create(surroundings.database().url().substring(JDBC.length()));
        postgres = new Forwarder(url.getPort());
        postgres.open();
        properties.put(
                "spring.datasource.url", JDBC + url.getScheme() + "://127.0.0.1:" + postgres.port() + url.getPath());
        scheduler = AnotherScheduler.start(properties, clock);
    }

    @AfterEach
    void stop() throws IOException {
        scheduler.close();
        postgres.close();
    }

    @Test
    void what_dies_while_postgresql_is_down_waits_in_the_broker_and_is_kept_when_it_is_back() throws IOException {
        giveUp(0, BEFORE);
        postgres.shut();
        giveUp(BEFORE, BEFORE + DURING);
        await().until(scheduler.getBean(Dependencies.class)::pauseConsumers);
        postgres.open();

        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(scheduler
                                .getBean(DeadLetters.class)
                                .newest(DeadLetterFilter.OPEN, 1, null)
                                .total())
                        .isEqualTo(BEFORE + DURING));
    }

    private void giveUp(int from, int to) {
        Consumers consumers = scheduler.getBean(Consumers.class);
        for (int number = from; number < to; number++) {
            byte[] body = Integer.toString(number).getBytes(StandardCharsets.UTF_8);
            consumers.giveUpRaw(
                    Topology.PAGES_TO_FETCH, new Message(body, new MessageProperties()), "unreadable-message", "Why.");
        }
    }
}
