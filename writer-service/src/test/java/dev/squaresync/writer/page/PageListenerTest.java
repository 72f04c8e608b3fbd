package dev.squaresync.writer.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.RawJson;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import dev.squaresync.writer.WriterApplication;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DisplayName("A page on the broker")
@SpringBootTest(classes = WriterApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class PageListenerTest {

    private static final String ANSWERS = "answers";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestBroker BROKER = TestBroker.freshVirtualHost();

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private AmqpAdmin admin;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Environment environment;

    @Autowired
    private MeterRegistry meters;

    @DynamicPropertySource
    static void realComponents(DynamicPropertyRegistry properties) {
        TestDatabase.Credentials writer = DATABASE.as(DatabaseRole.WRITER);
        properties.add("spring.datasource.url", writer::url);
        properties.add("spring.datasource.username", writer::username);
        properties.add("spring.datasource.password", writer::password);
        properties.add("spring.rabbitmq.host", BROKER::host);
        properties.add("spring.rabbitmq.port", BROKER::port);
        properties.add("spring.rabbitmq.username", BROKER::username);
        properties.add("spring.rabbitmq.password", BROKER::password);
        properties.add("spring.rabbitmq.virtual-host", BROKER::virtualHost);
        properties.add("square-sync.retry.waits", () -> "100ms,200ms,400ms");
    }

    @BeforeEach
    void listen() {
        admin.deleteQueue(ANSWERS);
        admin.declareQueue(QueueBuilder.durable(ANSWERS).build());
        admin.declareBinding(
                new Binding(ANSWERS, DestinationType.QUEUE, Topology.WRITER_EXCHANGE, "page-committed.*", null));
        database.sql("truncate orders, order_line_items, page_receipts").update();
    }

    @Test
    void is_written_and_answered_with_what_it_did() {
        PageFetched page = page("{\"orders\": [{\"id\": \"O1\"}, {\"id\": \"O2\"}]}");

        send(page);

        PageCommitted committed = (PageCommitted) answer();
        assertThat(committed.fetchId()).isEqualTo(page.fetchId());
        assertThat(committed.page()).isEqualTo(page.page());
        assertThat(committed.link()).isEqualTo(page.link());
        assertThat(committed.counts()).isEqualTo(new PageCounts(2, 0, 0, 0, 0));
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void delivered_twice_is_answered_twice_in_the_same_way() {
        PageFetched page = page("{\"orders\": [{\"id\": \"O1\"}]}");

        send(page);
        Object first = answer();
        send(page);

        assertThat(answer()).isEqualTo(first);
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void that_is_no_page_is_dead_lettered_at_once() {
        PageFetched page = page("<html>Square is down</html>");

        send(page);

        Message dead = requireNonNull(rabbit.receive(Topology.PAGES_TO_WRITE.deadLetterQueue(), 60_000));
        assertThat(rabbit.getMessageConverter().fromMessage(dead)).isEqualTo(page);
        assertThat(dead.getMessageProperties().getHeaders())
                .containsEntry("square-sync-code", "page-unreadable")
                .containsEntry("square-sync-attempt", 1)
                .hasEntrySatisfying(
                        "square-sync-reason",
                        reason -> assertThat(reason.toString())
                                .contains("no JSON")
                                .doesNotContain("down"));
    }

    @Test
    void whose_transaction_is_cut_off_is_delivered_again_and_written() throws SQLException {
        send(page("{\"orders\": [{\"id\": \"O1\", \"updated_at\": \"2026-11-20T10:00:00Z\"}]}"));
        answer();

        try (Connection holder = superuser();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("select from square.orders for update");
            send(page("{\"orders\": [{\"id\": \"O0\"}, {\"id\": \"O1\", \"updated_at\": \"2026-11-21T10:00:00Z\"}]}"));
            await().until(() -> terminated("wait_event_type = 'Lock'") > 0);
        }

        assertThat(((PageCommitted) answer()).counts()).isEqualTo(new PageCounts(1, 1, 0, 0, 0));
        assertThat(orders()).isEqualTo(2);
    }

    @Test
    void can_wait_while_the_service_says_that_it_is_ready() throws IOException, InterruptedException {
        URI readiness = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port")
                + "/actuator/health/readiness");

        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void is_counted_once_with_its_rows_when_it_is_committed() {
        double insertedBefore = count("square_sync.rows", "inserted");
        double unchangedBefore = count("square_sync.rows", "unchanged");
        long pagesBefore = committedPages();
        PageFetched page = page("{\"orders\": [{\"id\": \"O1\"}, {\"id\": \"O2\"}]}");

        send(page);
        answer();
        send(page);
        answer();
        send(page("{\"orders\": [{\"id\": \"O1\"}]}"));
        answer();

        assertThat(count("square_sync.rows", "inserted") - insertedBefore).isEqualTo(orders());
        assertThat(count("square_sync.rows", "unchanged") - unchangedBefore).isEqualTo(1);
        assertThat(committedPages() - pagesBefore)
                .isEqualTo(database.sql("select count(*) from page_receipts")
                        .query(Long.class)
                        .single());
    }

    @Test
    void leaves_nothing_on_the_port_but_health_and_metrics() throws Exception {
        assertThat(status("prometheus")).isEqualTo(200);
        for (String endpoint :
                List.of("env", "configprops", "beans", "heapdump", "threaddump", "loggers", "metrics", "flyway")) {
            assertThat(status(endpoint)).isEqualTo(404);
        }
    }

    private int status(String endpoint) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://localhost:" + environment.getRequiredProperty("local.server.port") + "/actuator/" + endpoint);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private double count(String meter, String outcome) {
        Counter counter = meters.find(meter)
                .tag("data_type", "orders")
                .tag("outcome", outcome)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private long committedPages() {
        Timer lag = meters.find("square_sync.lag").tag("data_type", "orders").timer();
        return lag == null ? 0 : lag.count();
    }

    private static PageFetched page(String body) {
        return new PageFetched(
                UUID.randomUUID(),
                new PageId(UUID.randomUUID(), DataType.of("orders"), "north", 1, 2),
                new PageLink("5feceb66", "6b86b273"),
                Instant.parse("2026-11-22T01:00:02.500Z"),
                RawJson.of(body));
    }

    private void send(PageFetched page) {
        publisher.publish(new Outgoing(
                Topology.FETCHER_EXCHANGE, Topology.pageFetchedKey(page.page().dataType()), page));
    }

    private Object answer() {
        return requireNonNull(rabbit.receiveAndConvert(ANSWERS, 60_000), "no answer within a minute");
    }

    private long orders() {
        return database.sql("select count(*) from orders").query(Long.class).single();
    }

    private static long terminated(String which) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            var rows = statement.executeQuery("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where datname = current_database() and usename = 'writer' and " + which);
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection superuser() throws SQLException {
        TestDatabase.Credentials superuser = DATABASE.asSuperuser();
        return DriverManager.getConnection(superuser.url(), superuser.username(), superuser.password());
    }
}
