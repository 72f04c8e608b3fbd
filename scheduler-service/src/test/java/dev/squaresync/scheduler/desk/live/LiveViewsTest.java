package dev.squaresync.scheduler.desk.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for each view, rendered as the hub does it: in no request, for nobody in particular. */
@SchedulerTest
class LiveViewsTest {

    @Autowired
    private List<LiveView> views;

    @Autowired
    private LiveRenderer renderer;

    @Test
    void those_of_whole_pages_are_rendered_without_forms_and_buttons() {
        for (String name : List.of("overview", "runs", "dead-letters", "schedules", "system", "audit")) {
            Document areas = Jsoup.parse(String.join("", renderer.areas(new LiveKey(view(name), Map.of()))));

            assertThat(areas.select("[data-area][id]")).as(name).isNotEmpty();
            assertThat(areas.select("form, button, input")).as(name).isEmpty();
            assertThat(areas.select("body > *:not([data-area])")).as(name).isEmpty();
        }
    }

    private LiveView view(String name) {
        return views.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
