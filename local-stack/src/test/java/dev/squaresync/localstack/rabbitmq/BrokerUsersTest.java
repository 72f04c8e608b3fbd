package dev.squaresync.localstack.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each service has a user of its own at the broker, which can do what the service does and little more. */
class BrokerUsersTest {

    private static final List<String> SERVICES = List.of("scheduler", "fetcher", "writer", "notifier");

    @TempDir
    static Path folder;

    static RabbitMq broker;

    @BeforeAll
    static void start() throws Exception {
        List<Integer> ports = FreePorts.take(4);
        broker = new RabbitMq(
                new RabbitMqSettings(
                        folder.resolve("rabbitmq"),
                        folder.resolve("rabbitmq.log"),
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        "boss",
                        "of-boss",
                        Map.of(
                                "scheduler", "of-scheduler",
                                "fetcher", "of-fetcher",
                                "writer", "of-writer",
                                "notifier", "of-notifier")),
                Launcher.direct());
        broker.start();
        try (Connection boss = connect("boss")) {
            for (String service : SERVICES) {
                boss.createChannel().exchangeDeclare("square-sync." + service, "topic", true);
                boss.createChannel().queueDeclare("square-sync." + service + ".work", true, false, false, Map.of());
            }
        }
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "notifier, square-sync.scheduler",
        "notifier, square-sync.fetcher",
        "notifier, square-sync.writer",
        "writer, square-sync.fetcher",
        "writer, square-sync.scheduler",
        "fetcher, square-sync.scheduler",
        "fetcher, square-sync.writer",
        "scheduler, square-sync.fetcher",
        "scheduler, square-sync.writer"
    })
    void no_service_speaks_in_the_name_of_another(String service, String exchange) throws Exception {
        try (Connection connection = connect(service)) {
            assertThatThrownBy(() -> publish(connection, exchange)).hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "notifier, square-sync.fetcher.work",
        "notifier, square-sync.writer.work",
        "writer, square-sync.fetcher.work",
        "fetcher, square-sync.writer.work",
        "scheduler, square-sync.writer.work"
    })
    void no_service_reads_or_deletes_the_queue_of_another(String service, String queue) throws Exception {
        try (Connection connection = connect(service)) {
            assertThatThrownBy(() -> connection.createChannel().basicGet(queue, true))
                    .hasStackTraceContaining("ACCESS_REFUSED");
            assertThatThrownBy(() -> connection.createChannel().queueDelete(queue))
                    .hasStackTraceContaining("ACCESS_REFUSED");
        }
    }

    @Test
    void each_service_speaks_in_its_own_name_and_reads_its_own_queue() throws Exception {
        for (String service : SERVICES) {
            try (Connection connection = connect(service)) {
                assertThatCode(() -> publish(connection, "square-sync." + service))
                        .doesNotThrowAnyException();
                connection.createChannel().basicGet("square-sync." + service + ".work", true);
            }
        }
    }

    @Test
    void there_is_no_guest() {
        assertThatThrownBy(() -> connect("guest", "guest")).isInstanceOf(AuthenticationFailureException.class);
    }

    @Test
    void the_file_with_the_passwords_is_for_its_owner_only() throws Exception {
        Path definitions = folder.resolve("rabbitmq/definitions.json");

        assertThat(Files.getPosixFilePermissions(definitions)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private static void publish(Connection connection, String exchange) throws Exception {
        Channel channel = connection.createChannel();
        channel.confirmSelect();
        channel.basicPublish(exchange, "any", MessageProperties.BASIC, new byte[0]);
        channel.waitForConfirmsOrDie(60_000);
    }

    private static Connection connect(String user) throws Exception {
        return connect(user, "of-" + user);
    }

    private static Connection connect(String user, String password) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(broker.settings().port());
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }
}
