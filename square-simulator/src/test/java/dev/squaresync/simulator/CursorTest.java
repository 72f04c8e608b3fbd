package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.ok;
import static dev.squaresync.simulator.SquareClient.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CursorTest {
    private static final String SEARCH = "/v2/orders/search";

    private SimulatedShop shop;
    private SquareClient client;
    private ObjectNode search;

    @BeforeEach
    void open() {
        shop = new SimulatedShop();
        client = shop.client;
        search = client.orderSearch(client.locationIds().subList(0, 5), 20);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_cursor_gives_its_page_again_as_often_as_it_is_asked() {
        search.put("cursor", firstCursor());
        assertThat(client.post(SEARCH, search).body())
                .isEqualTo(client.post(SEARCH, search).body());
    }

    @Test
    void a_cursor_of_another_query_is_refused() {
        search.put("cursor", firstCursor()).put("limit", 21);
        refused(client.post(SEARCH, search), 400, "INVALID_CURSOR");
    }

    @Test
    void a_made_up_cursor_is_refused() {
        refused(client.post(SEARCH, search.put("cursor", "made-up")), 400, "INVALID_CURSOR");
    }

    @Test
    void a_cursor_dies_fifteen_minutes_after_the_last_page_of_its_chain() {
        search.put("cursor", firstCursor());
        shop.clock.advance(Duration.ofMinutes(14));
        String second = ok(client.post(SEARCH, search)).path("cursor").asString();
        shop.clock.advance(Duration.ofMinutes(14));
        String third = ok(client.post(SEARCH, search.put("cursor", second)))
                .path("cursor")
                .asString();
        shop.clock.advance(Duration.ofMinutes(15).plusMillis(1));
        refused(client.post(SEARCH, search.put("cursor", third)), 400, "INVALID_CURSOR");
    }

    @Test
    void all_cursors_can_be_made_to_expire() {
        search.put("cursor", firstCursor());
        client.control("POST", "/expire-cursors", "");
        refused(client.post(SEARCH, search), 400, "INVALID_CURSOR");
    }

    @Test
    void a_cursor_in_the_url_of_a_post_is_ignored() {
        JsonNode first = ok(client.post(SEARCH, search));
        JsonNode again =
                ok(client.post(SEARCH + "?cursor=" + first.path("cursor").asString(), search));
        assertThat(again.path("orders")).isEqualTo(first.path("orders"));
    }

    @Test
    void a_get_takes_its_cursor_from_the_url() {
        JsonNode first = ok(client.get("/v2/catalog/list?types=item"));
        String cursor = first.path("cursor").asString();
        JsonNode second = ok(client.get("/v2/catalog/list?types=item&cursor=" + cursor));
        assertThat(second.path("objects")).isNotEmpty().isNotEqualTo(first.path("objects"));
        refused(client.get("/v2/catalog/list?types=category&cursor=" + cursor), 400, "INVALID_CURSOR");
    }

    private String firstCursor() {
        return ok(client.post(SEARCH, search)).path("cursor").asString();
    }
}
