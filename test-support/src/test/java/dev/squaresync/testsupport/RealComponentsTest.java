package dev.squaresync.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.squaresync.localstack.postgres.DatabaseRole;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealComponentsTest {

    @Test
    void two_databases_know_nothing_of_each_other() throws SQLException {
        TestDatabase one = TestDatabase.fresh();
        TestDatabase other = TestDatabase.fresh();

        execute(one.as(DatabaseRole.WRITER), "create table square.orders (id text)");

        execute(one.asSuperuser(), "select * from square.orders");
        assertThatThrownBy(() -> execute(other.asSuperuser(), "select * from square.orders"))
                .hasMessageContaining("does not exist");
    }

    @Test
    void two_virtual_hosts_know_nothing_of_each_other() throws Exception {
        TestBroker one = TestBroker.freshVirtualHost();
        TestBroker other = TestBroker.freshVirtualHost();

        try (Connection connection = connect(one);
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("pages", true, false, false, Map.of("x-queue-type", "quorum"));
            assertThat(channel.messageCount("pages")).isZero();
        }
        try (Connection connection = connect(other)) {
            Channel channel = connection.createChannel();
            assertThatThrownBy(() -> channel.queueDeclarePassive("pages")).isInstanceOf(IOException.class);
        }
    }

    private static void execute(TestDatabase.Credentials credentials, String sql) throws SQLException {
        try (java.sql.Connection connection =
                        DriverManager.getConnection(credentials.url(), credentials.username(), credentials.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(TestBroker broker) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.username());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        return factory.newConnection();
    }
}
