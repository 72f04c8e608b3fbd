package dev.squaresync.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The desk by keyboard, on a phone, in light and dark, and for those who have it read to them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskForEveryoneTest {

    private static final int PHONE = 390;
    private static final int MOST_TABS = 20;

    private final Stack stack = Stack.running();
    private final List<String> pages = new ArrayList<>(DeskPages.ALL);
    private Chromium chromium;

    @BeforeAll
    void start() {
        stack.shop().misbehave("\"kind\": \"forbidden\", \"resource\": \"orders\"");
        String failed = stack.runs().request("\"dataTypes\": [\"orders\"]");
        stack.runs().awaitEnd(failed);
        stack.shop().behave();
        pages.add("/runs/" + failed);
        pages.add("/dead-letters?runId=" + failed);
        pages.add("/dead-letters/replay?runId=" + failed);
        pages.add("/dead-letters/discard?runId=" + failed);
        Mirror mirror = stack.mirror();
        Object letter = mirror.query(
                        "select id::text from scheduler.dead_letters where run_id = '" + failed + "' limit 1")
                .get(0)
                .get("id");
        pages.add("/dead-letters/" + letter);
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        chromium.close();
        stack.runs().complete("\"dataTypes\": [\"orders\"], \"full\": true");
    }

    @Test
    void the_tab_key_leads_to_the_sync_button_and_enter_presses_it() {
        try (Visitor admin = new Visitor(chromium.browser(), stack.endpoints())) {
            Page page = signIn(admin);
            int tabs = 0;
            do {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                        .as("focus is seen on " + page.evaluate("document.activeElement.outerHTML"))
                        .isNotEqualTo("none");
            } while (++tabs < MOST_TABS
                    && !"Sync all now".equals(page.evaluate("document.activeElement.textContent.trim()")));
            page.keyboard().press("Enter");
            page.waitForURL("**/runs/*");
            assertThat(page.locator("#run-state")).isVisible();
            stack.runs().awaitEnd(page.url().substring(page.url().lastIndexOf('/') + 1));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void every_text_stands_out_from_its_ground(ColorScheme scheme) {
        try (Visitor admin = new Visitor(
                chromium.browser(),
                stack.endpoints(),
                new Browser.NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = signIn(admin);
            for (String path : pages) {
                page.navigate(path);
                assertThat((List<?>) page.evaluate(DeskChecks.FAINT_TEXTS))
                        .as(path)
                        .isEmpty();
            }
            assertThat((Number) page.evaluate(DeskChecks.SHOW_EVERY_PILL))
                    .extracting(Number::intValue)
                    .satisfies(pills -> assertThat(pills).isGreaterThan(10));
            assertThat((List<?>) page.evaluate(DeskChecks.FAINT_TEXTS))
                    .as("pills")
                    .isEmpty();
        }
    }

    @Test
    void every_field_button_and_picture_has_a_name_and_every_page_one_heading() {
        try (Visitor admin = new Visitor(chromium.browser(), stack.endpoints())) {
            Page page = signIn(admin);
            for (String path : pages) {
                page.navigate(path);
                assertThat((List<?>) page.evaluate(DeskChecks.NAMELESS))
                        .as(path)
                        .isEmpty();
                assertThat(page.locator("h1")).hasCount(1);
                assertThat(page.locator("main")).hasCount(1);
            }
        }
    }

    @Test
    void no_page_is_wider_than_a_phone() {
        try (Visitor admin = new Visitor(
                chromium.browser(), stack.endpoints(), new Browser.NewContextOptions().setViewportSize(PHONE, 844))) {
            Page page = signIn(admin);
            for (String path : pages) {
                page.navigate(path);
                assertThat((Number) page.evaluate("document.documentElement.scrollWidth"))
                        .extracting(Number::intValue)
                        .as(path)
                        .isEqualTo(PHONE);
            }
        }
    }

    private Page signIn(Visitor admin) {
        return admin.signIn(
                stack.endpoints().get("ADMIN_USER"), stack.endpoints().get("ADMIN_PASSWORD"));
    }
}
