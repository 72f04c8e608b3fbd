package dev.squaresync.scheduler.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.fixture.AnotherScheduler;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Forwarder;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class OutboxTest {

    private static final String ORDERS = "{\"dataTypes\": [\"orders\"]}";

    private final SettableClock clock = new SettableClock();
    private Map<String, Object> properties;
    private Forwarder broker;
    private ConfigurableApplicationContext scheduler;

    @BeforeEach
    void start_with_a_broker_that_is_down() throws IOException {
        Surroundings surroundings = Surroundings.fresh();
        broker = new Forwarder(surroundings.broker().port());
        properties = surroundings.properties();
        properties.put("spring.rabbitmq.port", broker.port());
        scheduler = AnotherScheduler.start(properties, clock);
    }

    @AfterEach
    void stop() throws IOException {
        scheduler.close();
        broker.close();
    }

    @Test
    void without_a_broker_a_run_is_accepted_and_published_by_whoever_starts_after_a_crash() throws IOException {
        assertThat(api().get("/readyz").status()).isEqualTo(200);
        assertThat(api().post("/api/sync-runs", "").status()).isEqualTo(202);
        awaitFailedAttempts(1);
        assertThat(waiting()).isEqualTo(5);

        scheduler.close();
        broker.open();
        scheduler = AnotherScheduler.start(properties, clock);
        Bus bus = bus();
        clock.advance(Duration.ofMinutes(1));

        assertThat(hear(bus, 5)).containsExactly("catalog", "orders", "categories", "inventory", "locations");
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void a_broker_that_goes_and_comes_back_loses_nothing() throws IOException {
        broker.open();
        Bus bus = bus();
        awaitQueues();
        broker.shut();
        api().post("/api/sync-runs", ORDERS);
        awaitFailedAttempts(1);
        clock.advance(Duration.ofSeconds(1));
        awaitFailedAttempts(2);

        broker.open();
        await().until(() -> {
            clock.advance(Duration.ofSeconds(15));
            return waiting() == 0;
        });

        assertThat(hear(bus, 1)).containsExactly("orders");
    }

    @Test
    void a_message_that_no_queue_takes_is_tried_again_later_and_not_overtaken_by_its_run() throws IOException {
        broker.open();
        awaitQueues();
        // The first message opens the publisher's connection, which declares the queue.
        api().post("/api/sync-runs", "{\"dataTypes\": [\"locations\"]}");
        assertThat(hear(bus(), 1)).containsExactly("locations");
        hearOnly("sync-requested.orders");
        api().post("/api/sync-runs", "{\"dataTypes\": [\"catalog\", \"orders\"]}");
        awaitFailedAttempts(1);
        assertThat(text("select last_error from outbox where attempts > 0")).contains("no queue takes it (NO_ROUTE)");

        admin().initialize();
        clock.advance(Duration.ofSeconds(1));

        assertThat(hear(bus(), 2)).containsExactly("catalog", "orders");
    }

    private void hearOnly(String routingKey) {
        admin().deleteQueue("heard-by-the-test");
        Queue queue = new Queue("heard-by-the-test");
        admin().declareQueue(queue);
        admin().declareBinding(BindingBuilder.bind(queue)
                .to(new TopicExchange(Topology.SCHEDULER_EXCHANGE))
                .with(routingKey));
    }

    private void awaitFailedAttempts(int attempts) {
        await().untilAsserted(() -> assertThat(number("select coalesce(max(attempts), 0) from outbox"))
                .isEqualTo(attempts));
    }

    private int waiting() {
        return number("select count(*) from outbox");
    }

    private int number(String sql) {
        return scheduler.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
    }

    private String text(String sql) {
        return scheduler.getBean(JdbcClient.class).sql(sql).query(String.class).single();
    }

    private void awaitQueues() {
        await().ignoreExceptions()
                .until(() -> Stream.of(Topology.PROGRESS.name(), "heard-by-the-test")
                        .allMatch(queue -> admin().getQueueInfo(queue) != null));
    }

    private RabbitAdmin admin() {
        return scheduler.getBean(RabbitAdmin.class);
    }

    private Bus bus() {
        return scheduler.getBean(Bus.class);
    }

    private Api api() {
        return scheduler.getBean(Api.class);
    }

    private static List<String> hear(Bus bus, int count) {
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DataType dataType = ((SyncRequested) bus.hear()).dataType();
            heard.add(dataType.name());
        }
        return heard;
    }
}
