package dev.squaresync.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Exchange;
import org.springframework.amqp.core.Queue;

/** Pins every name on the broker: services of two versions meet there, and operators' scripts and alerts use them. */
class TopologyTest {

    private static final List<Duration> LADDER =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private static final List<WorkQueue> QUEUES = Topology.WORK_QUEUES;

    @Test
    void exchanges_are_called() {
        assertThat(QUEUES.stream()
                        .flatMap(queue -> declared(queue).getDeclarablesByType(Exchange.class).stream())
                        .map(exchange -> exchange.getType() + " " + exchange.getName())
                        .distinct())
                .containsExactlyInAnyOrder(
                        "topic square-sync.scheduler",
                        "topic square-sync.fetcher",
                        "topic square-sync.writer",
                        "topic square-sync.notifier");
    }

    @Test
    void queues_are_called() {
        assertThat(QUEUES.stream()
                        .flatMap(queue -> declared(queue).getDeclarablesByType(Queue.class).stream())
                        .map(Queue::getName))
                .containsExactlyInAnyOrder(
                        "square-sync.fetcher.streams",
                        "square-sync.fetcher.streams.wait.10s",
                        "square-sync.fetcher.streams.wait.1m",
                        "square-sync.fetcher.streams.wait.10m",
                        "square-sync.fetcher.streams.dead",
                        "square-sync.fetcher.pages",
                        "square-sync.fetcher.pages.wait.10s",
                        "square-sync.fetcher.pages.wait.1m",
                        "square-sync.fetcher.pages.wait.10m",
                        "square-sync.fetcher.pages.dead",
                        "square-sync.writer.pages",
                        "square-sync.writer.pages.wait.10s",
                        "square-sync.writer.pages.wait.1m",
                        "square-sync.writer.pages.wait.10m",
                        "square-sync.writer.pages.dead",
                        "square-sync.writer.commands",
                        "square-sync.writer.commands.wait.10s",
                        "square-sync.writer.commands.wait.1m",
                        "square-sync.writer.commands.wait.10m",
                        "square-sync.writer.commands.dead",
                        "square-sync.scheduler.progress",
                        "square-sync.scheduler.progress.wait.10s",
                        "square-sync.scheduler.progress.wait.1m",
                        "square-sync.scheduler.progress.wait.10m",
                        "square-sync.scheduler.progress.dead",
                        "square-sync.notifier.runs",
                        "square-sync.notifier.runs.wait.10s",
                        "square-sync.notifier.runs.wait.1m",
                        "square-sync.notifier.runs.wait.10m",
                        "square-sync.notifier.runs.dead",
                        "square-sync.notifier.watch",
                        "square-sync.notifier.watch.wait.10s",
                        "square-sync.notifier.watch.wait.1m",
                        "square-sync.notifier.watch.wait.10m",
                        "square-sync.notifier.watch.dead");
    }

    @Test
    void bindings_are() {
        assertThat(QUEUES.stream()
                        .flatMap(queue -> declared(queue).getDeclarablesByType(Binding.class).stream())
                        .map(binding ->
                                binding.getExchange() + " " + binding.getRoutingKey() + " " + binding.getDestination()))
                .containsExactlyInAnyOrder(
                        "square-sync.scheduler sync-requested.* square-sync.fetcher.streams",
                        "square-sync.fetcher fetch-page.* square-sync.fetcher.pages",
                        "square-sync.writer fetch-page.* square-sync.fetcher.pages",
                        "square-sync.fetcher page-fetched.* square-sync.writer.pages",
                        "square-sync.scheduler roll-back.* square-sync.writer.commands",
                        "square-sync.scheduler sweep-requested.* square-sync.writer.commands",
                        "square-sync.scheduler comparison-requested.* square-sync.writer.commands",
                        "square-sync.scheduler verdict-requested.* square-sync.writer.commands",
                        "square-sync.writer rolled-back.* square-sync.scheduler.progress",
                        "square-sync.writer stream-swept.* square-sync.scheduler.progress",
                        "square-sync.writer stream-compared.* square-sync.scheduler.progress",
                        "square-sync.writer stream-verified.* square-sync.scheduler.progress",
                        "square-sync.fetcher stream-planned.* square-sync.scheduler.progress",
                        "square-sync.writer page-committed.* square-sync.scheduler.progress",
                        "square-sync.fetcher dependency-reported square-sync.scheduler.progress",
                        "square-sync.writer dependency-reported square-sync.scheduler.progress",
                        "square-sync.notifier dependency-reported square-sync.scheduler.progress",
                        "square-sync.scheduler sync-ended square-sync.notifier.runs",
                        "square-sync.scheduler condition-reported square-sync.notifier.watch",
                        "square-sync.fetcher condition-reported square-sync.notifier.watch",
                        "square-sync.writer condition-reported square-sync.notifier.watch",
                        "square-sync.scheduler run-expected square-sync.notifier.watch",
                        "square-sync.scheduler sync-ended square-sync.notifier.watch");
    }

    @Test
    void routing_keys_are() {
        DataType orders = DataType.of("orders");

        assertThat(List.of(
                        Topology.syncRequestedKey(orders),
                        Topology.streamPlannedKey(orders),
                        Topology.fetchPageKey(orders),
                        Topology.pageFetchedKey(orders),
                        Topology.pageCommittedKey(orders),
                        Topology.rollBackKey(orders),
                        Topology.rolledBackKey(orders),
                        Topology.sweepRequestedKey(orders),
                        Topology.streamSweptKey(orders),
                        Topology.comparisonRequestedKey(orders),
                        Topology.streamComparedKey(orders),
                        Topology.verdictRequestedKey(orders),
                        Topology.streamVerifiedKey(orders),
                        Topology.RUN_CANCELLED_KEY,
                        Topology.DEPENDENCY_REPORTED_KEY,
                        Topology.SYNC_ENDED_KEY,
                        Topology.WORKER_SEEN_KEY,
                        Topology.DELIVERY_RETRIED_KEY,
                        Topology.NOTICE_SENT_KEY,
                        Topology.CONDITION_REPORTED_KEY,
                        Topology.RUN_EXPECTED_KEY))
                .containsExactly(
                        "sync-requested.orders",
                        "stream-planned.orders",
                        "fetch-page.orders",
                        "page-fetched.orders",
                        "page-committed.orders",
                        "roll-back.orders",
                        "rolled-back.orders",
                        "sweep-requested.orders",
                        "stream-swept.orders",
                        "comparison-requested.orders",
                        "stream-compared.orders",
                        "verdict-requested.orders",
                        "stream-verified.orders",
                        "run-cancelled",
                        "dependency-reported",
                        "sync-ended",
                        "worker-seen",
                        "delivery-retried",
                        "notice-sent",
                        "condition-reported",
                        "run-expected");
    }

    @Test
    void wire_types_are() {
        assertThat(WireTypes.all().keySet())
                .containsExactlyInAnyOrder(
                        "sync-requested.v1",
                        "stream-planned.v1",
                        "fetch-page.v1",
                        "page-fetched.v1",
                        "page-committed.v1",
                        "roll-back.v1",
                        "rolled-back.v1",
                        "sweep-requested.v1",
                        "stream-swept.v1",
                        "comparison-requested.v1",
                        "stream-compared.v1",
                        "verdict-requested.v1",
                        "stream-verified.v1",
                        "run-cancelled.v1",
                        "dependency-reported.v1",
                        "worker-seen.v1",
                        "delivery-retried.v1",
                        "notice-sent.v1",
                        "condition-reported.v1",
                        "run-expected.v1",
                        "sync-ended.v1");
    }

    @Test
    void news_has_a_queue_of_its_own_that_never_holds_anybody_up() {
        Declarables news = Topology.NEWS.declarables();

        assertThat(news.getDeclarablesByType(Queue.class)).singleElement().satisfies(queue -> {
            assertThat(queue.getName()).isEqualTo("square-sync.scheduler.news");
            assertThat(queue.getArguments())
                    .containsEntry("x-overflow", "drop-head")
                    .containsKeys("x-max-length", "x-message-ttl")
                    .doesNotContainKeys("x-dead-letter-exchange");
        });
        assertThat(news.getDeclarablesByType(Binding.class))
                .extracting(binding -> binding.getExchange() + " " + binding.getRoutingKey())
                .containsExactlyInAnyOrder(
                        "square-sync.scheduler worker-seen",
                        "square-sync.fetcher worker-seen",
                        "square-sync.writer worker-seen",
                        "square-sync.notifier worker-seen",
                        "square-sync.scheduler delivery-retried",
                        "square-sync.fetcher delivery-retried",
                        "square-sync.writer delivery-retried",
                        "square-sync.notifier delivery-retried",
                        "square-sync.notifier notice-sent");
    }

    @Test
    void the_notifier_hears_the_schedulers_signs_of_life() {
        Declarables signs = Topology.SIGNS_OF_LIFE.declarables();

        assertThat(signs.getDeclarablesByType(Queue.class))
                .extracting(Queue::getName)
                .containsExactly("square-sync.notifier.signs");
        assertThat(signs.getDeclarablesByType(Binding.class))
                .extracting(binding -> binding.getExchange() + " " + binding.getRoutingKey())
                .containsExactly("square-sync.scheduler worker-seen");
    }

    @Test
    void every_queue_that_dead_letters_does_so_at_least_once() {
        assertThat(QUEUES.stream()
                        .flatMap(queue -> declared(queue).getDeclarablesByType(Queue.class).stream())
                        .filter(queue -> !queue.getName().endsWith(".dead"))
                        .map(Queue::getArguments))
                .isNotEmpty()
                .allSatisfy(arguments -> assertThat(arguments)
                        .containsEntry("x-queue-type", "quorum")
                        .containsEntry("x-dead-letter-strategy", "at-least-once")
                        .containsEntry("x-overflow", "reject-publish")
                        .containsKeys("x-dead-letter-exchange", "x-dead-letter-routing-key"));
    }

    @Test
    void no_number_of_deliveries_drops_a_dead_letter() {
        assertThat(QUEUES.stream()
                        .flatMap(queue -> declared(queue).getDeclarablesByType(Queue.class).stream())
                        .filter(queue -> queue.getName().endsWith(".dead"))
                        .map(Queue::getArguments))
                .hasSameSizeAs(QUEUES)
                .allSatisfy(arguments -> assertThat(arguments).containsEntry("x-delivery-limit", 1_000_000));
    }

    private static Declarables declared(WorkQueue queue) {
        return queue.declarables(LADDER);
    }
}
