package dev.squaresync.simulator;

import static dev.squaresync.simulator.SquareClient.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.simulator.seed.ShopSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ScaleTest {
    @Test
    void three_million_orders_start_at_once_and_are_read_from_any_time() {
        long start = System.nanoTime();
        try (SimulatedShop shop = new SimulatedShop(settings -> settings.withSize(new ShopSize(3_000_000, 900, 12)))) {
            ObjectNode search =
                    shop.client.orderSearch(shop.client.locationIds().subList(0, 10), 1000);
            ((ObjectNode) search.at("/query/filter/date_time_filter/updated_at"))
                    .put("start_at", "2026-06-23T00:00:00Z");
            JsonNode page = ok(shop.client.post("/v2/orders/search", search));

            assertThat(page.path("orders")).hasSize(1000);
            assertThat(page.at("/orders/0/updated_at").asString()).startsWith("2026-06-23T00:0");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
