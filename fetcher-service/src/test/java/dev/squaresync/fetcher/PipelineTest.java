package dev.squaresync.fetcher;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A request goes in, pages come out: the whole service on a real broker. */
@SpringBootTest(
        properties = {
            "square-sync.retry.waits=100ms,200ms",
            "square.access-token=made-up",
            "square.requests-per-second=1000",
            "square.patience.retry=10ms",
            "square.circuit.window=1000",
            "square.circuit.minimum-calls=1000",
            "fetcher.largest-message=1KB",
            "spring.main.web-application-type=none"
        })
@Import(PublishedByFetcher.class)
class PipelineTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final DataType CATEGORIES = DataType.of("categories");
    private static final String SEARCH = "/v2/catalog/search";

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private PublishedByFetcher published;

    @Autowired
    private CachingConnectionFactory connections;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        TestBroker broker = TestBroker.freshVirtualHost();
        registry.add("spring.rabbitmq.host", broker::host);
        registry.add("spring.rabbitmq.port", broker::port);
        registry.add("spring.rabbitmq.username", broker::username);
        registry.add("spring.rabbitmq.password", broker::password);
        registry.add("spring.rabbitmq.virtual-host", broker::virtualHost);
        registry.add("square.base-url", SQUARE::url);
    }

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    @Test
    void every_page_of_every_partition_comes_out_as_square_sent_it() {
        String locations = IntStream.rangeClosed(1, 23)
                .mapToObj(i -> "{\"id\":\"L%02d\",\"created_at\":\"2026-10-01T00:00:00Z\"}".formatted(i))
                .collect(Collectors.joining(","));
        SQUARE.answer(request -> request.path().equals("/v2/locations")
                ? ScriptedSquare.json("{\"locations\":[" + locations + "]}")
                : ThreePages.answer(request));

        UUID run = request(DataType.of("orders"));

        List<PageFetched> pages = awaitPages(run, 9);
        StreamPlanned plan = published.plan(run);
        assertThat(plan.partitions()).hasSize(3);
        Map<String, List<PageFetched>> byPartition =
                pages.stream().collect(groupingBy(page -> page.page().partitionId()));
        plan.partitions()
                .forEach(partition -> assertThat(byPartition.get(partition.id()))
                        .satisfies(PipelineTest::assertWhole)
                        .extracting(page -> page.body().text())
                        .containsExactly(ThreePages.text(1, "c1"), ThreePages.text(2, "c2"), ThreePages.text(3, null)));
    }

    @Test
    void an_empty_page_with_a_cursor_is_followed() {
        SQUARE.answer(request ->
                request.cursor().isEmpty() ? ScriptedSquare.json("{\"cursor\":\"on\"}") : ScriptedSquare.json("{}"));

        UUID run = request(CATEGORIES);

        assertWhole(awaitPages(run, 2));
    }

    @Test
    void a_cursor_that_expires_in_the_middle_starts_the_partition_again() {
        SQUARE.answer(request -> request.cursor().equals("c2") && SQUARE.asked().size() < 4
                ? ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "INVALID_CURSOR")
                : ThreePages.answer(request));

        UUID run = request(CATEGORIES);

        List<PageFetched> pages = awaitPages(run, 5);
        assertWhole(pages.stream().filter(page -> page.page().scan() == 2).toList());
    }

    @Test
    void a_busy_square_is_asked_again_after_the_wait_that_it_names() {
        SQUARE.answer(
                request -> SQUARE.asked().size() == 1 ? busy(Map.of("Retry-After", "60")) : ThreePages.answer(request));

        UUID run = request(CATEGORIES);

        assertWhole(awaitPages(run, 3));
        assertThat(SQUARE.asked()).hasSize(4);
    }

    @Test
    void a_square_that_is_busy_for_longer_than_a_blip_costs_no_page() {
        SQUARE.answer(request -> SQUARE.asked().size() <= 5 ? busy(Map.of()) : ThreePages.answer(request));

        UUID run = request(CATEGORIES);

        assertWhole(awaitPages(run, 3));
    }

    @Test
    void a_fetcher_that_is_cut_off_from_the_broker_in_the_middle_of_a_page_loses_nothing() throws Exception {
        CountDownLatch cutOff = new CountDownLatch(1);
        SQUARE.answer(request -> exchange -> {
            if (request.cursor().equals("c1") && cutOff.getCount() > 0) {
                awaitLatch(cutOff);
            }
            ThreePages.answer(request).write(exchange);
        });

        UUID run = request(CATEGORIES);
        await().atMost(SOON).until(() -> SQUARE.asked().size() == 2);
        connections.resetConnection();
        cutOff.countDown();

        await().atMost(SOON)
                .until(() -> published.pages(run).stream()
                        .anyMatch(page -> page.link().isLast()));
        List<PageFetched> pages = published.pages(run);
        assertThat(pages).extracting(page -> page.link().cursor()).contains(PageLink.START);
        assertThat(pages)
                .extracting(page -> page.body().text())
                .contains(ThreePages.text(1, "c1"), ThreePages.text(2, "c2"), ThreePages.text(3, null));
        assertThat(SQUARE.asked().stream().filter(request -> request.cursor().equals("c1")))
                .hasSizeGreaterThan(1);
    }

    @Test
    void a_page_that_is_too_large_for_the_broker_travels_in_parts() {
        String object = "{\"id\":\"%s\",\"name\":\"" + "x".repeat(400) + "\"}";
        String objects = IntStream.range(0, 5).mapToObj(object::formatted).collect(Collectors.joining(","));
        SQUARE.answer(request -> request.cursor().isEmpty()
                ? ScriptedSquare.json("{\"objects\":[" + objects + "],\"cursor\":\"c1\"}")
                : ScriptedSquare.json(ThreePages.text(3, null)));

        UUID run = request(CATEGORIES);

        List<PageFetched> pages = awaitPages(run, 4);
        assertWhole(pages);
        assertThat(pages).allMatch(page -> page.body().size() <= 1024);
        assertThat(pages).extracting(PageFetched::fetchId).doesNotHaveDuplicates();
        assertThat(SQUARE.asked(SEARCH)).hasSize(2);
    }

    private UUID request(DataType dataType) {
        UUID run = UUID.randomUUID();
        Instant to = Instant.parse("2026-11-22T01:00:00Z");
        publisher.publish(new Outgoing(
                Topology.SCHEDULER_EXCHANGE,
                Topology.syncRequestedKey(dataType),
                new SyncRequested(run, dataType, to.minus(Duration.ofDays(7)), to)));
        return run;
    }

    /** The pages of one scan in their order, which must lead from its first to its last. */
    private static void assertWhole(List<? extends PageFetched> pages) {
        assertThat(pages.get(0).link().cursor()).isEqualTo(PageLink.START);
        for (int i = 1; i < pages.size(); i++) {
            assertThat(pages.get(i).link().cursor())
                    .isEqualTo(pages.get(i - 1).link().next());
            assertThat(pages.get(i).page()).isEqualTo(pages.get(i - 1).page().next());
        }
        assertThat(pages.get(pages.size() - 1).link().isLast()).isTrue();
    }

    private List<PageFetched> awaitPages(UUID run, int number) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(published.pages(run)).hasSize(number));
        assertThat(published.deadLetters(run)).isEmpty();
        return published.pages(run);
    }

    private static Answer busy(Map<String, String> headers) {
        return ScriptedSquare.status(429, ScriptedSquare.errors("RATE_LIMIT_ERROR", "RATE_LIMITED"), headers);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
