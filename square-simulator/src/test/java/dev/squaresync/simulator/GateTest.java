package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GateTest {
    private static SimulatedShop shop;

    @BeforeAll
    static void open() {
        shop = new SimulatedShop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void without_the_token_nothing_is_told() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(shop.simulator.baseUrl() + "/v2/locations"));
        refused(shop.client.send(request), 401, "UNAUTHORIZED");
        refused(shop.client.send(request.header("Authorization", "Bearer another")), 401, "UNAUTHORIZED");
    }

    @Test
    void the_token_tells_what_it_may_do_and_until_when() {
        JsonNode never = ok(shop.client.post("/oauth2/token/status", ""));
        assertThat(never.path("scopes")).hasSize(4);
        assertThat(never.has("expires_at")).isFalse();
        try {
            shop.simulator.control().token(List.of("ITEMS_READ"), Instant.parse("2026-12-01T00:00:00Z"), false);
            JsonNode soon = ok(shop.client.post("/oauth2/token/status", ""));
            assertThat(soon.path("scopes")).hasSize(1);
            assertThat(soon.path("expires_at").asString()).isEqualTo("2026-12-01T00:00:00Z");

            shop.simulator.control().token(null, null, true);
            refused(shop.client.post("/oauth2/token/status", ""), 401, "ACCESS_TOKEN_REVOKED");
            refused(shop.client.get("/v2/locations"), 401, "ACCESS_TOKEN_REVOKED");
        } finally {
            shop.simulator.control().token(null, null, false);
        }
    }

    @Test
    void the_version_is_told_back() {
        assertThat(shop.client.get("/v2/locations").headers().firstValue("square-version"))
                .hasValue("2026-08-19");
    }

    @ParameterizedTest
    @CsvSource({"newest,INVALID_SQUARE_VERSION_FORMAT", "2099-01-01,API_VERSION_INCOMPATIBLE"})
    void a_version_that_does_not_exist_is_refused(String version, String code) {
        HttpRequest.Builder request = shop.client.request("/v2/locations").setHeader("Square-Version", version);
        refused(shop.client.send(request), 400, code);
    }

    @Test
    void unknown_paths_and_wrong_methods_are_refused() {
        refused(shop.client.get("/v2/submarines"), 404, "NOT_FOUND");
        refused(shop.client.get("/v2/catalog/search"), 405, "METHOD_NOT_ALLOWED");
        refused(shop.client.post("/v2/orders/search", "not JSON"), 400, "BAD_REQUEST");
    }

    @Test
    void locations_come_all_at_once_by_name_active_or_not() {
        JsonNode reply = ok(shop.client.get("/v2/locations"));
        List<String> names = new ArrayList<>();
        reply.path("locations")
                .forEach(location -> names.add(location.path("name").asString()));
        assertThat(names).hasSize(12).isSorted();
        assertThat(reply.path("locations"))
                .anyMatch(location -> location.path("status").asString().equals("INACTIVE"))
                .anyMatch(location -> location.path("currency").asString().equals("JPY"));
        assertThat(reply.has("cursor")).isFalse();
    }
}
