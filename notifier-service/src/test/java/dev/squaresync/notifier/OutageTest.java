package dev.squaresync.notifier;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.message.NoticeSent;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The ladder is so short that an outage of the database that counted as attempts would end in dead letters at once. */
@DisplayName("The end of a run")
@SpringBootTest(classes = NotifierApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OutageTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final ScriptedMailServer MAIL_SERVER = new ScriptedMailServer();
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestBroker BROKER = TestBroker.freshVirtualHost();

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry registry) {
        TestDatabase.Credentials notifier = DATABASE.as(DatabaseRole.NOTIFIER);
        registry.add("spring.datasource.url", notifier::url);
        registry.add("spring.datasource.username", notifier::username);
        registry.add("spring.datasource.password", notifier::password);
        registry.add("spring.datasource.hikari.connection-timeout", () -> "1000");
        registry.add("spring.rabbitmq.host", BROKER::host);
        registry.add("spring.rabbitmq.port", BROKER::port);
        registry.add("spring.rabbitmq.username", BROKER::username);
        registry.add("spring.rabbitmq.password", BROKER::password);
        registry.add("spring.rabbitmq.virtual-host", BROKER::virtualHost);
        registry.add("square-sync.retry.waits", () -> "100ms");
        registry.add("square-sync.dependency.shortest-probe", () -> "200ms");
        registry.add("square-sync.dependency.longest-probe", () -> "500ms");
        registry.add("notifier.delivery.waits", () -> "200ms");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", MAIL_SERVER::port);
        registry.add("spring.mail.properties.mail.smtp.timeout", () -> "2000");
        registry.add("notifier.mail.from", () -> "sync@shop.example");
        registry.add("notifier.mail.to", () -> "admin@shop.example");
        registry.add("shop.time-zone", () -> "Europe/Berlin");
        registry.add("notifier.look-for-weekly-report-every", () -> "1d");
        registry.add("scheduler.url", () -> "http://localhost:8080");
    }

    @BeforeEach
    void friendly() {
        MAIL_SERVER.isFriendly();
        awaitHealth("UP");
    }

    @AfterAll
    static void close() throws IOException {
        MAIL_SERVER.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    greeting | ''
                    greeting | 421 too many connections
                    greeting | 554 no service here
                    MAIL     | 421 closing
                    RCPT     | 421 closing
                    DATA     | 421 closing
                    .        | ''
                    """)
    void waits_for_a_mail_server_that_is_down_and_is_told_once(String command, String reply) throws Exception {
        SyncEnded run = EndedRun.failed();
        int before = MAIL_SERVER.mails();
        MAIL_SERVER.says(command, reply);

        publish(run);
        awaitHealth("DEGRADED");
        assertThat(get("/actuator/health")).contains("\"SMTP\":\"down since 20");
        MAIL_SERVER.isFriendly();

        await().atMost(SOON).until(() -> remembered(run) == 1);
        assertThat(MAIL_SERVER.mails()).isEqualTo(before + 1);
        assertThat(rabbit.receive(Topology.ENDED_RUNS.deadLetterQueue())).isNull();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
                    MAIL | 550 who are you
                    RCPT | 550 no such user
                    RCPT | 450 greylisted
                    DATA | 554 not this one
                    .    | 552 too big
                    """)
    void is_tried_again_until_the_mail_server_takes_it_if_it_refuses_this_mail(String command, String reply)
            throws Exception {
        SyncEnded run = EndedRun.failed();
        int before = MAIL_SERVER.mails();
        MAIL_SERVER.says(command, reply);

        publish(run);

        await().atMost(SOON)
                .until(() -> database.sql(
                                "select coalesce(max(attempts), 0) > 2 and min(last_error) like ? from notifier.deliveries"
                                        + " where thread = ?")
                        .params("%" + reply + "%", run.runId())
                        .query(Boolean.class)
                        .single());
        assertThat(remembered(run)).isZero();
        assertThat(get("/actuator/health")).doesNotContain("DEGRADED");
        MAIL_SERVER.isFriendly();

        await().atMost(SOON).until(() -> remembered(run) == 1);
        assertThat(MAIL_SERVER.mails()).isEqualTo(before + 1);
    }

    @Test
    void waits_for_a_database_without_connections_and_is_told_once() throws Exception {
        SyncEnded run = EndedRun.partial();
        int before = MAIL_SERVER.mails();
        limitConnections(0);
        try {
            publish(run);
            awaitHealth("DEGRADED");

            assertThat(get("/actuator/prometheus"))
                    .contains("square_sync_dependency_up{dependency=\"PostgreSQL\"} 0.0")
                    .contains("square_sync_dependency_up{dependency=\"SMTP\"} 1.0");
        } finally {
            limitConnections(-1);
        }

        await().atMost(SOON).until(() -> remembered(run) == 1);
        assertThat(MAIL_SERVER.mails()).isEqualTo(before + 1);
        assertThat(rabbit.receive(Topology.ENDED_RUNS.deadLetterQueue())).isNull();
    }

    @Test
    void is_shown_to_people_as_sent_or_with_the_reason_why_not() {
        RabbitAdmin admin = new RabbitAdmin(rabbit.getConnectionFactory());
        Queue notices = new Queue("heard-by-the-test");
        admin.declareQueue(notices);
        admin.declareBinding(BindingBuilder.bind(notices)
                .to(new TopicExchange(Topology.NOTIFIER_EXCHANGE))
                .with(Topology.NOTICE_SENT_KEY));
        SyncEnded run = EndedRun.failed();
        MAIL_SERVER.says("RCPT", "550 no such user");
        publish(run);

        NoticeSent first = nextOf(notices);
        MAIL_SERVER.isFriendly();
        NoticeSent last = nextOf(notices);
        while (last.state() == NoticeSent.State.FAILED) {
            last = nextOf(notices);
        }

        assertThat(first.state()).isEqualTo(NoticeSent.State.FAILED);
        assertThat(first.detail()).contains("550 no such user");
        assertThat(last.detail()).isNull();
        assertThat(List.of(first, last)).allSatisfy(notice -> {
            assertThat(notice.runId()).isEqualTo(run.runId());
            assertThat(notice.subject()).startsWith("FAILED");
        });
    }

    private NoticeSent nextOf(Queue notices) {
        return (NoticeSent) requireNonNull(rabbit.receiveAndConvert(notices.getName(), SOON.toMillis()));
    }

    /** 0: none, and those that are open are closed; -1: any number. Superusers have theirs in any case. */
    private static void limitConnections(int limit) throws SQLException {
        TestDatabase.Credentials superuser = DATABASE.asSuperuser();
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.username(), superuser.password());
                Statement statement = connection.createStatement()) {
            String name = connection.getCatalog();
            statement.execute("alter database " + name + " connection limit " + limit);
            if (limit == 0) {
                statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
            }
        }
    }

    private void publish(SyncEnded run) {
        publisher.publish(new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.SYNC_ENDED_KEY, run));
    }

    private long remembered(SyncEnded run) {
        return database.sql("select count(*) from notifier.deliveries where thread = ? and sent_at is not null")
                .param(run.runId())
                .query(Long.class)
                .single();
    }

    private void awaitHealth(String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/actuator/health")).endsWith("\"status\":\"" + status + "\"}"));
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
