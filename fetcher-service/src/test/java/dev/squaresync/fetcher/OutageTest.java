package dev.squaresync.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.message.DependencyReported;
import dev.squaresync.testsupport.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Square is down for longer than the whole retry ladder, which here lasts 300 ms. */
class OutageTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String ORDERS = "/v2/orders/search";
    private static final String LOCATIONS = "/v2/locations";

    /** Eight show that it is down; the four consumers and the planner may each have asked once more by then. */
    private static final int MOST_REQUESTS = 8 + 4 + 1;

    private final RunningFetcher fetcher = RunningFetcher.start(
            TestBroker.freshVirtualHost(),
            SQUARE,
            "square.circuit.open-for=50ms",
            "square-sync.dependency.shortest-probe=100ms",
            "square-sync.dependency.longest-probe=200ms");

    @AfterEach
    void stop() {
        fetcher.close();
    }

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    @Test
    void an_outage_costs_no_dead_letter_and_is_seen_in_health_metrics_and_reports() {
        SQUARE.answer(request -> request.path().equals(LOCATIONS) ? locations() : down());
        UUID run = fetcher.request("orders");
        await().atMost(SOON).until(() -> SQUARE.asked(ORDERS).size() >= 8);
        SQUARE.answer(request -> down());

        await().atMost(SOON).until(() -> SQUARE.asked(LOCATIONS).size() >= 10);
        assertThat(SQUARE.asked(ORDERS)).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(health().path("status").asString()).isEqualTo("DEGRADED");
        assertThat(squareInHealth()).startsWith("down since 20").contains("Square answered 503");
        assertThat(metrics()).contains("square_sync_dependency_up{dependency=\"Square\"} 0.0");
        assertThat(fetcher.get("/actuator/health/readiness")).contains("UP");

        SQUARE.answer(request -> request.path().equals(LOCATIONS) ? locations() : ScriptedSquare.json("{}"));
        await().atMost(SOON).until(() -> fetcher.published().pages(run).size() == 3);
        assertThat(fetcher.published().deadLetters(run)).isEmpty();
        assertThat(health().path("status").asString()).isEqualTo("UP");
        assertThat(squareInHealth()).isEqualTo("up");
        assertThat(metrics()).contains("square_sync_dependency_up{dependency=\"Square\"} 1.0");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reports()).startsWith(false).endsWith(true));
        assertThat(fetcher.published().reports()).allSatisfy(report -> {
            assertThat(report.service()).isEqualTo("fetcher");
            assertThat(report.dependency()).isEqualTo("Square");
        });
    }

    @Test
    void a_stream_that_cannot_be_planned_for_an_outage_is_planned_after_it() {
        SQUARE.answer(request -> down());
        List<UUID> runs = Stream.of("orders", "inventory", "locations", "orders")
                .map(fetcher::request)
                .toList();
        await().atMost(SOON).until(() -> reports().contains(false));
        int asked = SQUARE.asked().size();
        await().atMost(SOON).until(() -> SQUARE.asked().size() >= asked + 5);

        SQUARE.answer(request -> request.path().equals(LOCATIONS) ? locations() : ScriptedSquare.json("{}"));

        assertThat(runs).allSatisfy(run -> {
            await().atMost(SOON).until(() -> !fetcher.published().pages(run).isEmpty());
            assertThat(fetcher.published().deadLetters(run)).isEmpty();
        });
    }

    private JsonNode health() {
        return JsonMapper.shared().readTree(fetcher.get("/actuator/health"));
    }

    private String squareInHealth() {
        return health().path("components")
                .path("dependencyHealth")
                .path("details")
                .path("Square")
                .asString("");
    }

    private String metrics() {
        return fetcher.get("/actuator/prometheus");
    }

    private List<Boolean> reports() {
        return fetcher.published().reports().stream()
                .map(DependencyReported::up)
                .toList();
    }

    private static Answer down() {
        return ScriptedSquare.status(503, "<html>down</html>", Map.of());
    }

    private static Answer locations() {
        return ScriptedSquare.json(IntStream.rangeClosed(10, 32)
                .mapToObj(i -> "{\"id\":\"L" + i + "\",\"created_at\":\"2026-10-01T00:00:00Z\"}")
                .collect(Collectors.joining(",", "{\"locations\":[", "]}")));
    }
}
