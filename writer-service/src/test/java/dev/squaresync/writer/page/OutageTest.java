package dev.squaresync.writer.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCommitted;
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
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The ladder is so short that an outage that counted as attempts would end in dead letters at once. */
@DisplayName("Pages that arrive while PostgreSQL")
@SpringBootTest(classes = WriterApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OutageTest {

    private static final String ANSWERS = "answers";
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final OwnPostgres POSTGRES = OwnPostgres.started();
    private static final TestBroker BROKER = TestBroker.freshVirtualHost();

    private final Set<UUID> sent = new HashSet<>();
    private final Set<UUID> answered = new HashSet<>();

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private AmqpAdmin admin;

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void realComponents(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", POSTGRES::url);
        properties.add("spring.datasource.username", DatabaseRole.WRITER::user);
        properties.add("spring.datasource.password", () -> TestDatabase.PASSWORD);
        properties.add("spring.datasource.hikari.connection-timeout", () -> "1000");
        properties.add("spring.rabbitmq.host", BROKER::host);
        properties.add("spring.rabbitmq.port", BROKER::port);
        properties.add("spring.rabbitmq.username", BROKER::username);
        properties.add("spring.rabbitmq.password", BROKER::password);
        properties.add("spring.rabbitmq.virtual-host", BROKER::virtualHost);
        properties.add("square-sync.retry.waits", () -> "100ms");
        properties.add("square-sync.dependency.shortest-probe", () -> "200ms");
        properties.add("square-sync.dependency.longest-probe", () -> "500ms");
    }

    @BeforeEach
    void listen() {
        admin.declareQueue(QueueBuilder.durable(ANSWERS).build());
        admin.declareBinding(
                new Binding(ANSWERS, DestinationType.QUEUE, Topology.WRITER_EXCHANGE, "page-committed.*", null));
        admin.purgeQueue(ANSWERS);
        sendPages();
        awaitAllAnswered();
    }

    @Test
    void is_killed_and_comes_back_are_written_once_it_is_there() throws IOException, InterruptedException {
        sendPages();
        POSTGRES.kill();
        try {
            sendPages();
            awaitHealth("DEGRADED");

            assertThat(get("/actuator/health")).contains("PostgreSQL", "down since 20");
            assertThat(get("/actuator/prometheus"))
                    .contains("square_sync_dependency_up{dependency=\"PostgreSQL\"} 0.0");
            assertThat(statusOf("/actuator/health/readiness")).isEqualTo(200);
            sendPages();
        } finally {
            POSTGRES.start();
        }

        awaitAllAnswered();
        awaitHealth("UP");
        assertThat(get("/actuator/prometheus")).contains("square_sync_dependency_up{dependency=\"PostgreSQL\"} 1.0");
    }

    @Test
    void is_shut_down_and_started_are_written_once_it_is_there() {
        sendPages();
        POSTGRES.stop();
        try {
            sendPages();
            awaitHealth("DEGRADED");
        } finally {
            POSTGRES.start();
        }

        awaitAllAnswered();
    }

    @Test
    void has_no_connection_left_are_written_once_there_is_one() throws SQLException {
        List<Connection> strangers = new ArrayList<>();
        try {
            await().atMost(SOON).until(() -> {
                takeAll(strangers);
                return pushedOut() == 0;
            });

            sendPages();
            awaitHealth("DEGRADED");
        } finally {
            for (Connection stranger : strangers) {
                stranger.close();
            }
        }

        awaitAllAnswered();
    }

    @Test
    void takes_no_writes_are_written_once_it_does() throws SQLException {
        POSTGRES.execute("alter system set default_transaction_read_only = on", "select pg_reload_conf()");
        try {
            await().until(() -> POSTGRES.number("select count(*) from pg_settings"
                            + " where name = 'default_transaction_read_only' and setting = 'on'")
                    == 1);
            sendPages();
            awaitHealth("DEGRADED");
        } finally {
            POSTGRES.execute(
                    "set default_transaction_read_only = off",
                    "alter system reset default_transaction_read_only",
                    "select pg_reload_conf()");
        }

        awaitAllAnswered();
    }

    /** The code is PostgreSQL's own for ENOSPC; a disk that is really full takes a file system to fill. */
    @Test
    void has_a_full_disk_are_written_once_there_is_room() throws SQLException {
        POSTGRES.execute(
                """
                create function square.no_room() returns trigger language plpgsql as
                $$ begin raise 'could not extend file' using errcode = 'disk_full'; end $$
                """, "create trigger no_room before insert on square.orders execute function square.no_room()");
        try {
            sendPages();
            awaitHealth("DEGRADED");
        } finally {
            POSTGRES.execute("drop function square.no_room cascade");
        }

        awaitAllAnswered();
    }

    @Test
    void cuts_connections_off_while_they_commit_are_written_once_it_leaves_them() throws SQLException {
        POSTGRES.execute("""
                create function square.cut_off() returns trigger language plpgsql as
                $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$
                """, """
                create constraint trigger cut_off after insert on square.orders deferrable initially deferred
                for each row execute function square.cut_off()
                """);
        try {
            sendPages();
            awaitHealth("DEGRADED");
        } finally {
            POSTGRES.execute("drop function square.cut_off cascade");
        }

        awaitAllAnswered();
    }

    private void sendPages() {
        for (int i = 0; i < 5; i++) {
            PageFetched page = page();
            sent.add(page.fetchId());
            publisher.publish(new Outgoing(
                    Topology.FETCHER_EXCHANGE,
                    Topology.pageFetchedKey(page.page().dataType()),
                    page));
        }
    }

    private static PageFetched page() {
        UUID id = UUID.randomUUID();
        return new PageFetched(
                id,
                new PageId(UUID.randomUUID(), DataType.of("orders"), "north", 1, 1),
                new PageLink(PageLink.START, null),
                Instant.parse("2026-11-22T01:00:02.500Z"),
                RawJson.of("{\"orders\": [{\"id\": \"" + id + "\"}]}"));
    }

    private void awaitAllAnswered() {
        await().atMost(SOON).until(() -> {
            for (Object answer = rabbit.receiveAndConvert(ANSWERS);
                    answer != null;
                    answer = rabbit.receiveAndConvert(ANSWERS)) {
                answered.add(((PageCommitted) answer).fetchId());
            }
            return answered.equals(sent);
        });
        await().atMost(SOON).until(() -> POSTGRES.number("select count(*) from square.page_receipts") >= sent.size());
        assertThat(rabbit.receive(Topology.PAGES_TO_WRITE.deadLetterQueue())).isNull();
    }

    private void awaitHealth(String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/health")).endsWith("\"status\":\"" + status + "\"}"));
    }

    /** As many connections as there are for anybody but superusers. */
    private static void takeAll(List<Connection> taken) {
        while (true) {
            try {
                taken.add(POSTGRES.writer());
            } catch (SQLException noneLeft) {
                return;
            }
        }
    }

    /** How many connections the service had, which are closed now. */
    private static long pushedOut() throws SQLException {
        return POSTGRES.number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where usename = 'writer' and application_name = 'writer-service'");
    }

    private String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(path), BodyHandlers.ofString())
                .body();
    }

    private int statusOf(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request(path), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path))
                .build();
    }
}
