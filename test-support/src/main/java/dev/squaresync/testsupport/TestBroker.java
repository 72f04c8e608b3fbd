package dev.squaresync.testsupport;

import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.localstack.process.Launcher;
import dev.squaresync.localstack.rabbitmq.RabbitMq;
import dev.squaresync.localstack.rabbitmq.RabbitMqSettings;
import dev.squaresync.localstack.rabbitmq.VirtualHosts;
import java.util.List;
import java.util.UUID;

/**
 * A new, empty virtual host in a real RabbitMQ broker: what {@code spring.rabbitmq.*} needs.
 *
 * @param host for {@code spring.rabbitmq.host}
 * @param port for {@code spring.rabbitmq.port}
 * @param username for {@code spring.rabbitmq.username}: an administrator
 * @param password for {@code spring.rabbitmq.password}
 * @param virtualHost for {@code spring.rabbitmq.virtual-host}
 * @param managementUrl the address of the management HTTP API, for the same user
 */
public record TestBroker(
        String host, int port, String username, String password, String virtualHost, String managementUrl) {

    /** Makes a virtual host that nobody else uses; takes milliseconds, the first time in a JVM about 8 s. */
    public static TestBroker freshVirtualHost() {
        RabbitMqSettings settings = Server.BROKER.settings();
        String name = "test-" + UUID.randomUUID();
        new VirtualHosts(settings).create(name);
        return new TestBroker(
                "127.0.0.1",
                settings.port(),
                settings.user(),
                settings.password(),
                name,
                "http://127.0.0.1:" + settings.managementPort());
    }

    /** Started when first used. */
    private static final class Server {

        static final RabbitMq BROKER = start();

        private static RabbitMq start() {
            TestFolder folder = TestFolder.create("rabbitmq");
            List<Integer> ports = FreePorts.take(4);
            RabbitMq broker = new RabbitMq(
                    new RabbitMqSettings(
                            folder.resolve("rabbitmq"),
                            folder.resolve("rabbitmq.log"),
                            ports.get(0),
                            ports.get(1),
                            ports.get(2),
                            ports.get(3),
                            "square-sync",
                            "for-tests-only"),
                    Launcher.direct());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                broker.kill();
                broker.stop();
                folder.delete();
            }));
            broker.start();
            return broker;
        }
    }
}
