package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.JSON;
import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ControlTest {
    private SimulatedShop shop;
    private SquareClient client;

    @BeforeEach
    void open() {
        shop = new SimulatedShop();
        client = shop.client;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void the_truth_is_told_line_by_line_until_a_time_if_asked() {
        HttpResponse<String> all = client.control("GET", "/truth/orders", "");
        assertThat(all.body().lines().toList()).isEqualTo(shop.control.truth("orders"));
        HttpResponse<String> old = client.control("GET", "/truth/orders?updated_until=2025-01-01T00:00:00Z", "");
        assertThat(old.body().lines().map(JSON::readTree))
                .hasSizeBetween(400, 1_600)
                .allMatch(order -> order.path("updated_at").asString().compareTo("2025") < 0);
    }

    @Test
    void faults_are_set_listed_and_cleared() {
        JsonNode state = ok(client.control(
                "POST", "/faults", "[{'kind':'rate-limited','resource':'locations','times':3,'retryAfterSeconds':1}]"));
        assertThat(state.at("/faults/0/kind").asString()).isEqualTo("rate-limited");
        refused(client.get("/v2/locations"), 429, "RATE_LIMITED");
        assertThat(ok(client.control("GET", "/state", "")).at("/faults/0/times").asInt())
                .isEqualTo(2);
        client.control("DELETE", "/faults", "");
        ok(client.get("/v2/locations"));
    }

    @Test
    void changes_happen_at_once_or_after_some_requests() {
        client.control("POST", "/changes", "{'newOrders':3}");
        assertThat(ok(client.control("GET", "/state", "")).path("orders").asInt())
                .isEqualTo(2_003);
        client.control("POST", "/changes", "{'newOrders':4,'afterRequests':2}");
        client.get("/v2/locations");
        client.get("/v2/locations");
        assertThat(shop.control.state().orders()).isEqualTo(2_003);
        client.get("/v2/locations");
        assertThat(shop.control.state().orders()).isEqualTo(2_007);
    }

    @Test
    void changed_orders_get_a_new_time_and_a_higher_version() {
        JsonNode before = JSON.readTree("[" + String.join(",", shop.control.truth("orders")) + "]");
        shop.clock.advance(Duration.ofMinutes(1));
        client.control("POST", "/changes", "{'orders':20,'seed':5}");
        JsonNode after = JSON.readTree("[" + String.join(",", shop.control.truth("orders")) + "]");
        int changed = 0;
        for (int at = 0; at < before.size(); at++) {
            if (!before.get(at).equals(after.get(at))) {
                changed++;
                assertThat(after.get(at).path("updated_at").asString()).isEqualTo("2026-06-24T02:01:00Z");
                assertThat(after.get(at).path("version").asInt(0))
                        .isEqualTo(
                                before.get(at).has("version")
                                        ? before.get(at).path("version").asInt() + 1
                                        : 0);
            }
        }
        assertThat(changed).isBetween(18, 20);
    }

    @Test
    void a_new_order_can_come_without_lines_which_follow_with_its_next_change() {
        client.control("POST", "/changes", "{'newOrders':2}");
        assertThat(JSON.readTree(shop.control.truth("orders").get(2_000)).has("line_items"))
                .isFalse();
    }

    @Test
    void too_many_requests_a_second_are_refused() {
        client.control("POST", "/rate-limit", "{'requestsPerSecond':1,'retryAfterSeconds':2}");
        ok(client.get("/v2/locations"));
        HttpResponse<String> second = client.get("/v2/locations");
        refused(second, 429, "RATE_LIMITED");
        assertThat(second.headers().firstValue("Retry-After")).hasValue("2");
        client.control("POST", "/rate-limit", "{'requestsPerSecond':null}");
        ok(client.get("/v2/locations"));
    }

    @Test
    void latency_delays_the_resource_it_was_set_for() {
        client.control("POST", "/latency", "{'perEndpoint':{'locations':300}}");
        long start = System.nanoTime();
        ok(client.get("/v2/locations"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void requests_are_counted_by_endpoint_and_status() {
        client.get("/v2/locations");
        client.get("/v2/locations");
        client.get("/v2/orders/NO-SUCH-ORDER");
        JsonNode requests = ok(client.control("GET", "/requests", ""));
        assertThat(requests.path("GET /v2/locations").path("200").asInt()).isEqualTo(2);
        assertThat(requests.path("GET /v2/orders/{order_id}").path("404").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/faults|[{'kind':'tornado'}]|There is no fault 'tornado'",
                "POST|/faults|[{'kind':'truncated','resource':'payments'}]|There is no resource 'payments'",
                "POST|/faults|{}|Send a list of faults",
                "POST|/changes|{'ordres':3}|There is no field 'ordres'",
                "POST|/changes|{'orders':-3}|must be a whole number",
                "POST|/changes|no JSON|The body is not JSON",
                "POST|/rate-limit|{'requestsPerSecond':0}|must be a number above 0",
                "GET|/truth/orders?updated_until=soon|''|must be a time",
                "GET|/truth/payments|''|no truth about 'payments'",
                "GET|/weather|''|There is no 'GET /control/weather'"
            })
    void a_wrong_request_is_refused_with_a_sentence(String method, String path, String body, String sentence) {
        HttpResponse<String> reply = client.control(method, path, body);
        assertThat(reply.statusCode()).isIn(400, 404);
        assertThat(JSON.readTree(reply.body()).path("problem").asString()).contains(sentence);
    }
}
