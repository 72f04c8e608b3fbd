package dev.squaresync.localstack.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.MessageProperties;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RabbitMqTest {

    @TempDir
    static Path folder;

    static RabbitMq broker;

    @BeforeAll
    static void start() {
        List<Integer> ports = FreePorts.take(4);
        broker = new RabbitMq(
                new RabbitMqSettings(
                        folder.resolve("rabbitmq"),
                        folder.resolve("rabbitmq.log"),
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        "tester",
                        "secret"),
                Launcher.direct());
        broker.start();
    }

    @AfterAll
    static void stop() {
        broker.stop();
        // Also Erlang's port mapper, which by itself would outlive the broker.
        assertThat(FreePorts.isFree(broker.settings().portMapperPort())).isTrue();
    }

    @Test
    void a_confirmed_message_is_there_after_a_kill_and_a_restart() throws Exception {
        new VirtualHosts(broker.settings()).create("shop");
        try (Connection connection = connect("shop")) {
            connection.createChannel().queueDeclare("kept", true, false, false, Map.of("x-queue-type", "quorum"));
        }
        // A broker that is killed within a second after a queue's declaration may not know how to open the queue again.
        broker.restart();
        try (Connection connection = connect("shop")) {
            Channel channel = connection.createChannel();
            channel.confirmSelect();
            channel.basicPublish(
                    "", "kept", MessageProperties.PERSISTENT_BASIC, "page".getBytes(StandardCharsets.UTF_8));
            channel.waitForConfirmsOrDie(60_000);
        }

        broker.kill();
        assertThat(broker.isRunning()).isFalse();
        broker.start();

        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> take("kept").equals("page"));
    }

    @Test
    void a_wiped_broker_starts_empty() throws Exception {
        new VirtualHosts(broker.settings()).create("lost");
        connect("lost").close();

        broker.kill();
        broker.wipe();
        broker.start();

        assertThatThrownBy(() -> connect("lost")).isInstanceOf(IOException.class);
    }

    @Test
    @Timeout(500)
    void a_memory_alarm_blocks_who_publishes_until_it_is_over() throws Exception {
        new VirtualHosts(broker.settings()).create("full");
        AtomicBoolean blocked = new AtomicBoolean();
        try (Connection connection = connect("full")) {
            connection.addBlockedListener(reason -> blocked.set(true), () -> blocked.set(false));
            Channel channel = connection.createChannel();
            try {
                broker.memoryAlarm(true);
                channel.basicPublish("", "nowhere", MessageProperties.BASIC, new byte[0]);
                await().atMost(Duration.ofMinutes(1)).untilTrue(blocked);
            } finally {
                broker.memoryAlarm(false);
            }
            await().atMost(Duration.ofMinutes(1)).untilFalse(blocked);
        }
    }

    @Test
    void a_paused_broker_answers_when_it_goes_on() {
        AmqpGreeting greeting = new AmqpGreeting(broker.settings().port());

        broker.pause();
        assertThat(greeting.isAnswered()).isFalse();

        broker.resume();
        await().atMost(Duration.ofMinutes(1)).until(greeting::isAnswered);
    }

    private static String take(String queue) throws Exception {
        try (Connection connection = connect("shop");
                Channel channel = connection.createChannel()) {
            GetResponse message = channel.basicGet(queue, true);
            return message == null ? "" : new String(message.getBody(), StandardCharsets.UTF_8);
        }
    }

    private static Connection connect(String virtualHost) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(broker.settings().port());
        factory.setUsername(broker.settings().user());
        factory.setPassword(broker.settings().password());
        factory.setVirtualHost(virtualHost);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection();
    }
}
