package dev.squaresync.scheduler.desk.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Open pages, through http. */
@SchedulerTest
class LiveTest {

    private static final DataType ORDERS = DataType.of("orders");

    @Autowired
    private Environment environment;

    @Autowired
    private Runs runs;

    @Autowired
    private LiveHub hub;

    @Autowired
    private SettableClock clock;

    private Browser browser;
    private final List<OpenPage> pages = new ArrayList<>();

    @BeforeEach
    void signIn() {
        browser = Browser.ofAdmin(environment);
    }

    @AfterEach
    void closeAll() {
        pages.forEach(OpenPage::close);
        clock.advance(Duration.ofMinutes(6));
        await().until(() -> hub.size() == 0);
    }

    @Test
    void an_open_page_is_told_what_has_changed_and_only_that() {
        UUID run = runs.start(ORDERS);
        OpenPage page = open("view=run&id=" + run);
        await().until(() -> page.events().size() == 1);
        assertThat(page.events().get(0))
                .contains("event:areas", "id=\"run-state\"", "Requested")
                .doesNotContain("<form", "<button");

        runs.hear(new Said(run, ORDERS).planned("a"));

        await().until(() -> page.events().size() == 2);
        assertThat(page.events().get(1)).contains("Running", "1 partition");
        runs.hear(new Said(run, ORDERS).onlyPage("a"));
        await().until(() -> page.events().size() == 3);
        assertThat(page.events().get(2)).contains("data-phase=\"ended\"", "Completed");
    }

    @Test
    void every_view_can_be_opened() {
        List<OpenPage> all = Stream.of("view=overview", "view=runs&state=completed")
                .map(this::open)
                .toList();

        await().until(() -> all.stream().noneMatch(page -> page.events().isEmpty()));
        assertThat(all.get(0).events().get(0)).contains("id=\"verdict\"", "id=\"card-orders\"", "id=\"coverage\"");
        assertThat(all.get(1).events().get(0)).contains("id=\"runs-counts\"", "id=\"runs-list\"");
    }

    @Test
    void a_connection_ends_after_five_minutes_and_lives_on_a_comment_until_then() {
        OpenPage page = open("view=runs");
        await().until(() -> page.events().size() == 1);

        clock.advance(Duration.ofSeconds(16));
        await().until(() -> page.text().contains("event:still-here"));
        assertThat(hub.size()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(5));
        await().until(page::isEnded);
        await().until(() -> hub.size() == 0);
    }

    @Test
    void what_cannot_be_seen_is_refused_and_a_session_can_be_asked_for() {
        assertThat(browser.get("/live?view=nonsense").statusCode()).isEqualTo(404);
        assertThat(browser.get("/live").statusCode()).isEqualTo(404);
        assertThat(browser.get("/live?view=runs&state=" + "x".repeat(101)).statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/live/session").statusCode()).isEqualTo(204);
        assertThat(new Browser(environment)
                        .get("/live/session", "HX-Request", "true")
                        .statusCode())
                .isEqualTo(401);
    }

    private OpenPage open(String query) {
        OpenPage page = OpenPage.open(environment, browser, "/live?" + query);
        pages.add(page);
        return page;
    }
}
