package dev.squaresync.writer.disk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import dev.squaresync.writer.WriterApplication;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Binding.DestinationType;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database may take 20 MB more than it has. */
@DisplayName("The mirror's disk")
@SpringBootTest(classes = WriterApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DiskReportsTest {

    private static final String HEARD = "heard";
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final TestBroker BROKER = TestBroker.freshVirtualHost();

    @Autowired
    private RabbitTemplate rabbit;

    @Autowired
    private AmqpAdmin admin;

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
        long size = superuser()
                .sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
        properties.add("mirror.disk.size", () -> size + 20 * MEGABYTE + "B");
        properties.add("mirror.disk.look-every", () -> "300ms");
    }

    @Test
    void that_is_nearly_full_is_told_once_and_when_it_is_so_no_more() {
        admin.declareQueue(new Queue(HEARD));
        admin.declareBinding(new Binding(
                HEARD, DestinationType.QUEUE, Topology.WRITER_EXCHANGE, Topology.CONDITION_REPORTED_KEY, null));
        assertThat(next().state()).isEqualTo(State.CLEARED);

        superuser()
                .sql("create table ballast as select repeat(md5(n::text), 60) from generate_series(1, 9500) as n")
                .update();
        ConditionReported full = next();
        superuser().sql("drop table ballast").update();
        ConditionReported over = next();

        assertThat(full.state()).isEqualTo(State.RAISED);
        assertThat(full.detail())
                .matches("What the mirror's database may take is \\d+ % full: \\d MB of \\d+ MB are left\\.");
        assertThat(over.state()).isEqualTo(State.CLEARED);
    }

    private ConditionReported next() {
        return (ConditionReported) requireNonNull(rabbit.receiveAndConvert(HEARD, SOON.toMillis()));
    }

    private static JdbcClient superuser() {
        TestDatabase.Credentials superuser = DATABASE.asSuperuser();
        return JdbcClient.create(
                new DriverManagerDataSource(superuser.url(), superuser.username(), superuser.password()));
    }
}
