package dev.squaresync.direct.setting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomsTest {

    private static final List<String> TYPES = List.of("orders", "catalog", "inventory");

    private HttpServer scheduler;

    @BeforeEach
    void start() throws IOException {
        scheduler = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        scheduler.start();
    }

    @AfterEach
    void stop() {
        scheduler.stop(0);
    }

    @Test
    void a_sync_reads_as_far_back_as_the_scheduler_says() {
        answer("/api/schedules", """
                [{"dataType": "orders", "mode": "incremental", "lookback": "PT72H"},
                 {"dataType": "catalog", "mode": "full", "lookback": null}]
                """);
        answer("/api/status", """
                {"dataTypes": [{"dataType": "orders", "coverage": {"from": null, "to": "2026-06-01T00:00:00Z"}},
                               {"dataType": "catalog", "coverage": null}]}
                """);

        Map<String, Custom> found = customs().find(TYPES);

        assertThat(found)
                .containsEntry("orders", new Custom(Duration.ofDays(3), Instant.parse("2026-06-01T00:00:00Z")))
                .containsEntry("catalog", new Custom(null, null))
                .containsEntry("inventory", new Custom(Duration.ofDays(1), null));
    }

    @Test
    void what_a_roll_back_has_left_unproven_is_read_again() {
        answer("/api/schedules", """
                [{"dataType": "orders", "mode": "incremental", "lookback": "PT72H"},
                 {"dataType": "inventory", "mode": "incremental", "lookback": "PT24H"}]
                """);
        answer("/api/status", """
                {"dataTypes": [{"dataType": "orders", "coverage": {"from": null, "to": "2026-06-01T00:00:00Z"},
                                "gap": {"from": "2026-05-01T00:00:00Z", "to": "2026-05-08T00:00:00Z"}},
                               {"dataType": "inventory", "coverage": {"from": null, "to": "2026-06-01T00:00:00Z"},
                                "gap": {"from": null, "to": "2026-05-08T00:00:00Z"}}]}
                """);

        Map<String, Custom> found = customs().find(TYPES);

        assertThat(found)
                .containsEntry("orders", new Custom(Duration.ofDays(3), Instant.parse("2026-05-01T00:00:00Z")))
                .containsEntry("inventory", new Custom(null, null));
    }

    @Test
    void without_a_scheduler_it_reads_as_far_back_as_is_delivered() {
        Map<String, Custom> found = customs().find(TYPES);

        assertThat(found)
                .containsEntry("orders", new Custom(Duration.ofDays(7), null))
                .containsEntry("catalog", new Custom(null, null));
    }

    private Customs customs() {
        String url = "http://127.0.0.1:" + scheduler.getAddress().getPort();
        return new Customs(
                Surroundings.of(Map.of("SCHEDULER_URL", url, "API_TOKEN", "canary-7f3a"), Path.of("/nowhere")));
    }

    private void answer(String path, String body) {
        scheduler.createContext(path, exchange -> {
            boolean known =
                    "Bearer canary-7f3a".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
