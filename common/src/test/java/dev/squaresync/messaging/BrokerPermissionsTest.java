package dev.squaresync.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what the broker's users may do against what the services do with the names of {@link Topology}. */
class BrokerPermissionsTest {

    private static final Path FILE = Path.of("../deploy/rabbitmq/definitions.json");
    private static final List<Duration> LADDER = List.of(Duration.ofSeconds(10), Duration.ofMinutes(1));
    private static final List<String> SERVICES = List.of("scheduler", "fetcher", "writer", "notifier");

    static Stream<WorkQueue> workQueues() {
        return Topology.WORK_QUEUES.stream();
    }

    @ParameterizedTest
    @MethodSource("workQueues")
    void a_service_can_declare_bind_and_read_its_work_queues(WorkQueue queue) throws IOException {
        assertDeclares(ownerOf(queue.name()), queue.declarables(LADDER));
    }

    @Test
    void the_scheduler_can_declare_bind_and_read_the_news_and_all_dead_letters() throws IOException {
        assertDeclares("scheduler", Topology.NEWS.declarables());
        for (WorkQueue queue : Topology.WORK_QUEUES) {
            assertThat(allows("scheduler", "configure", queue.deadLetterQueue()))
                    .isTrue();
            assertThat(allows("scheduler", "read", queue.deadLetterQueue())).isTrue();
        }
    }

    @Test
    void the_notifier_can_declare_bind_and_read_the_signs_of_life() throws IOException {
        assertDeclares("notifier", Topology.SIGNS_OF_LIFE.declarables());
    }

    @Test
    void a_service_publishes_to_its_own_exchange_only_and_to_its_ladder() throws IOException {
        for (String service : SERVICES) {
            for (String other : SERVICES) {
                assertThat(allows(service, "write", Topology.exchangeOf(other)))
                        .as(service + " writes to the exchange of " + other)
                        .isEqualTo(service.equals(other));
            }
            assertThat(allows(service, "write", "amq.default")).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("workQueues")
    void no_service_configures_reads_or_binds_the_work_queue_of_another(WorkQueue queue) throws IOException {
        for (String service : SERVICES) {
            for (String right : List.of("configure", "read", "write")) {
                assertThat(allows(service, right, queue.name()))
                        .as(service + " has " + right + " on " + queue.name())
                        .isEqualTo(service.equals(ownerOf(queue.name())));
            }
        }
    }

    @Test
    void each_fetcher_has_its_own_queue_of_cancelled_runs() throws IOException {
        for (String right : List.of("configure", "read", "write")) {
            assertThat(allows("fetcher", right, "square-sync.fetcher.cancelled.aB-9_"))
                    .isTrue();
        }
    }

    @Test
    void a_regular_expression_ends_where_a_name_ends() throws IOException {
        for (String service : SERVICES) {
            for (String right : List.of("configure", "read", "write")) {
                assertThat(allows(service, right, "square-sync." + service + "s.work"))
                        .isFalse();
                assertThat(allows(service, right, "other")).isFalse();
            }
        }
    }

    private static void assertDeclares(String service, Declarables declared) throws IOException {
        for (Exchange exchange : declared.getDeclarablesByType(Exchange.class)) {
            assertThat(allows(service, "configure", exchange.getName()))
                    .as(service + " declares " + exchange.getName())
                    .isTrue();
        }
        for (Queue queue : declared.getDeclarablesByType(Queue.class)) {
            assertThat(allows(service, "configure", queue.getName()))
                    .as(service + " declares " + queue.getName())
                    .isTrue();
            assertThat(allows(service, "read", queue.getName())).isTrue();
        }
        for (Binding binding : declared.getDeclarablesByType(Binding.class)) {
            assertThat(allows(service, "write", binding.getDestination())).isTrue();
            assertThat(allows(service, "read", binding.getExchange()))
                    .as(service + " binds to " + binding.getExchange())
                    .isTrue();
        }
    }

    private static String ownerOf(String queue) {
        return queue.split("\\.")[1];
    }

    private static boolean allows(String service, String right, String name) throws IOException {
        for (JsonNode permission :
                JsonMapper.builder().build().readTree(Files.readAllBytes(FILE)).path("permissions")) {
            if (permission.path("user").asString().equals(service)) {
                // As the broker does: found anywhere in the name.
                return Pattern.compile(permission.path(right).asString())
                        .matcher(name)
                        .find();
            }
        }
        throw new AssertionError("No permissions of " + service);
    }
}
