package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Fifty open pages and twenty requests a second while a sync goes on. How fast it all is, DeskLoad measures. */
class DeskCrowdTest {

    private final Stack stack = Stack.running();

    @Test
    void everybody_sees_a_sync_to_its_end_and_every_request_is_answered() throws Exception {
        stack.mirror().empty();
        try (DeskCrowd crowd = new DeskCrowd(stack.endpoints())) {
            String run = stack.runs().request("\"full\": true");
            crowd.watch(run, 25);
            crowd.ask(run, 20);
            assertThat(stack.runs().awaitEnd(run).path("state").asString()).isEqualTo("COMPLETED");

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> crowd.dashboards().stream()
                                    .filter(Dashboard::sawTheEnd)
                                    .count()
                            == 25);
            assertThat(crowd.dashboards()).allMatch(dashboard -> dashboard.updates() > 0);
            assertThat(crowd.answers()).hasSizeGreaterThan(20);
            assertThat(crowd.failures()).isEmpty();
        }
    }
}
