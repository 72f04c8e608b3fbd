package dev.squaresync.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.fetcher.ScriptedSquare.Answer;
import dev.squaresync.testsupport.TestBroker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final ScriptedSquare SQUARE = new ScriptedSquare();
    private static final Duration SOON = Duration.ofMinutes(1);

    private final RunningFetcher fetcher = RunningFetcher.start(TestBroker.freshVirtualHost(), SQUARE);

    @AfterEach
    void stop() {
        fetcher.close();
    }

    @AfterAll
    static void close() {
        SQUARE.close();
    }

    @Test
    void pages_and_calls_are_counted_as_they_came_out() {
        Deque<Answer> troubles = new ArrayDeque<>(List.of(
                ScriptedSquare.error(429, "RATE_LIMIT_ERROR", "RATE_LIMITED"),
                ScriptedSquare.cutOff("{\"objects\":"),
                ScriptedSquare.error(400, "INVALID_REQUEST_ERROR", "INVALID_CURSOR")));
        SQUARE.answer(request -> request.cursor().isEmpty() ? page("second") : secondPage(troubles));

        UUID run = fetcher.request("categories");

        // The first page twice, because the cursor behind it expired.
        await().atMost(SOON).until(() -> fetcher.published().pages(run).size() == 3);
        int asked = SQUARE.asked("/v2/catalog/search").size();
        assertThat(metrics())
                .contains("square_sync_pages_total{data_type=\"categories\",outcome=\"fetched\"} 3.0")
                .contains("square_sync_pages_total{data_type=\"categories\",outcome=\"cursor-expired\"} 1.0")
                .contains("square_sync_square_calls_seconds_count{status=\"200\"} 3")
                .contains("square_sync_square_calls_seconds_count{status=\"429\"} 1")
                .contains("square_sync_square_calls_seconds_count{status=\"400\"} 1")
                .contains("square_sync_square_calls_seconds_count{status=\"none\"} 1")
                .contains("square_sync_dependency_up{dependency=\"Square\"} 1.0")
                .doesNotContain(run.toString());
        assertThat(asked).isEqualTo(6);
    }

    @Test
    void the_port_has_health_and_metrics_and_nothing_else() {
        assertThat(fetcher.get("/actuator/health")).contains("UP");
        for (String endpoint : List.of("env", "configprops", "beans", "heapdump", "threaddump", "loggers", "metrics")) {
            assertThat(fetcher.get("/actuator/" + endpoint)).contains("\"status\":404");
        }
    }

    private static Answer secondPage(Deque<Answer> troubles) {
        Answer trouble = troubles.poll();
        return trouble == null ? page(null) : trouble;
    }

    private static Answer page(String next) {
        String cursor = next == null ? "" : ",\"cursor\":\"" + next + "\"";
        return ScriptedSquare.json("{\"objects\":[{\"id\":\"C1\"}]" + cursor + "}");
    }

    private String metrics() {
        return fetcher.get("/actuator/prometheus");
    }
}
