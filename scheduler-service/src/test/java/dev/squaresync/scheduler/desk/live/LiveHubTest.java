package dev.squaresync.scheduler.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How often the hub renders. Its hub is one of its own that refreshes only when the test says so. */
@SchedulerTest
class LiveHubTest {

    private final LiveHub hub;
    private final CountedView view = new CountedView();

    LiveHubTest(@Autowired LiveRenderer renderer, @Autowired Clock clock) {
        this.hub = new LiveHub(renderer, clock);
    }

    @AfterEach
    void stop() {
        hub.stop();
    }

    @Test
    void what_many_look_at_is_rendered_once_for_all() {
        for (int i = 0; i < 50; i++) {
            hub.open(new LiveKey(view, Map.of("state", "completed")));
        }
        hub.open(new LiveKey(view, Map.of("state", "failed")));

        hub.refresh();

        assertThat(hub.size()).isEqualTo(51);
        assertThat(view.rendered.get()).isEqualTo(2);
    }

    @Test
    void what_nobody_looks_at_is_not_rendered() {
        hub.refresh();

        assertThat(view.rendered.get()).isZero();
    }

    @Test
    void a_view_that_fails_harms_no_other() {
        hub.open(new LiveKey(new BrokenView(), Map.of()));
        hub.open(new LiveKey(view, Map.of()));

        hub.refresh();

        assertThat(view.rendered.get()).isEqualTo(1);
    }

    private static class CountedView implements LiveView {

        private final AtomicInteger rendered = new AtomicInteger();

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public String template() {
            return "error/404";
        }

        @Override
        public Map<String, Object> model(Map<String, String> parameters) {
            rendered.incrementAndGet();
            return Map.of();
        }
    }

    private static final class BrokenView extends CountedView {

        @Override
        public Map<String, Object> model(Map<String, String> parameters) {
            throw new IllegalStateException("The database is down.");
        }
    }
}
