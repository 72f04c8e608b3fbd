package dev.squaresync.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.squaresync.localstack.stack.PartName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The admin's desk in a real browser, in front of the whole system. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskTest {

    private static final LocatorAssertions.ContainsTextOptions LONG =
            new LocatorAssertions.ContainsTextOptions().setTimeout(180_000);

    private final Stack stack = Stack.running();
    private Chromium chromium;
    private Visitor admin;

    @BeforeAll
    void start() {
        chromium = new Chromium();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @BeforeEach
    void visit() {
        admin = new Visitor(chromium.browser(), stack.endpoints());
    }

    @AfterEach
    void leave() {
        admin.close();
        stack.shop().behave();
    }

    @Test
    void a_sync_is_started_by_a_click_and_watched_to_its_end_without_a_reload() {
        stack.mirror().empty();
        // The run must not be over before the browser has shown its page.
        stack.shop().latency(2_000);
        Page overview = signIn();
        Page page = admin.open("/");
        page.getByLabel("How far back").selectOption("full");

        Visitor.button(page, "Sync all now").click();

        page.waitForURL("**/runs/*");
        mark(page);
        mark(overview);
        assertThat(state(page)).containsText("Running");
        assertThat(overview.locator("#card-orders")).containsText("Syncing now");
        stack.shop().behave();
        assertThat(state(page)).containsText("Completed", LONG);
        assertThat(Visitor.button(page, "Repeat")).isVisible();
        assertThat(Visitor.button(page, "Cancel")).isHidden();
        assertThat(overview.locator("#verdict")).containsText("All five data types are complete up to", LONG);
        assertThat(isMarked(page)).isTrue();
        assertThat(isMarked(overview)).isTrue();
        assertThat(admin.troubles()).isEmpty();
    }

    @Test
    void a_failed_part_is_found_in_two_clicks_replayed_and_seen_to_heal() {
        stack.runs().complete("\"full\": true");
        stack.shop().misbehave("\"kind\": \"forbidden\", \"resource\": \"orders\"");
        stack.runs().awaitEnd(stack.runs().request("\"dataTypes\": [\"orders\"]"));
        stack.shop().behave();
        Page page = signIn();

        page.locator(".needs li")
                .filter(new Locator.FilterOptions().setHasText("orders"))
                .getByText("See the run")
                .click();
        assertThat(page.locator("main")).containsText("square-forbidden");
        Page watching = admin.open(page.url());
        mark(watching);
        assertThat(state(watching)).containsText("Failed");
        Visitor.link(page, "See its dead letters").click();
        assertThat(page.locator("#letters-groups")).containsText("square-forbidden");
        page.getByText("See one").first().click();
        assertThat(page.locator("#letter-state")).containsText("Open");
        page.goBack();
        page.locator("#letters-groups a.primary").click();
        assertThat(page.locator("h1")).containsText("dead letter");
        page.locator("button.primary").click();

        assertThat(page.locator("#job-state")).containsText("Completed");
        assertThat(state(watching)).containsText("Completed", LONG);
        assertThat(isMarked(watching)).isTrue();
        assertThat(admin.troubles()).isEmpty();
    }

    @Test
    void names_from_Square_are_shown_and_never_run() {
        stack.runs().complete("\"dataTypes\": [\"catalog\"], \"full\": true");
        String id;
        try (HostileNames ignored = HostileNames.inFailuresOf("catalog", stack.endpoints())) {
            id = stack.runs().request("\"dataTypes\": [\"catalog\"], \"full\": true");
            stack.runs().awaitEnd(id);
        }

        Page page = signIn();
        page.navigate("/runs/" + id);
        assertThat(page.locator("#run-given-up")).containsText("<img src=x onerror=alert(1)>");
        assertThat(page.locator("#run-given-up")).containsText("</script><script>alert('x')</script>");
        page.navigate("/dead-letters?runId=" + id);
        assertThat(page.locator("#letters-groups")).containsText("<img src=x onerror=alert(1)>");
        page.getByText("See one").first().click();
        assertThat(page.locator("#letter-state")).containsText("</script><script>alert('x')</script>");
        assertThat(page.locator("pre").first()).isVisible();
        for (String path : DeskPages.ALL) {
            page.navigate(path);
        }
        // Once more as live areas, which the page itself puts in.
        page.navigate("/runs/" + id);
        page.waitForResponse(response -> response.url().contains("/live?"), () -> page.reload());

        assertThat(page.locator("main img, main script").count()).isZero();
        assertThat(admin.troubles()).isEmpty();
        stack.runs().replay(id);
        stack.runs().complete("\"dataTypes\": [\"catalog\"], \"full\": true");
    }

    @Test
    void a_tab_that_nobody_sees_asks_for_nothing_until_it_is_seen_again() {
        admin.context().addInitScript("""
                let hidden = location.pathname === '/runs';
                Object.defineProperty(document, 'hidden', {get: () => hidden});
                window.look = (away) => { hidden = away; document.dispatchEvent(new Event('visibilitychange')); };
                """);
        signIn().close();
        StringBuffer streams = new StringBuffer();
        admin.context().onRequest(request -> streams.append(request.url().contains("view=runs") ? "opened " : ""));
        admin.context()
                .onRequestFailed(request -> streams.append(request.url().contains("view=runs") ? "closed " : ""));

        Page page = admin.open("/runs");
        page.waitForTimeout(2_500);
        assertThat(streams).isEmpty();
        page.evaluate("look(false)");
        page.waitForCondition(() -> streams.toString().equals("opened "));
        page.waitForTimeout(500);
        page.evaluate("look(true)");
        page.waitForCondition(() -> streams.toString().equals("opened closed "));
        page.waitForTimeout(2_500);
        assertThat(streams).hasToString("opened closed ");
    }

    @Test
    void a_page_says_that_its_connection_is_lost_and_goes_on_by_itself() {
        stack.runs().complete("\"dataTypes\": [\"locations\"], \"full\": true");
        Page page = signIn();
        page.navigate("/runs");
        mark(page);
        Locator notice = page.locator("#live-state");

        stack.kill(PartName.SCHEDULER);
        assertThat(notice).containsText("Connection lost, trying again.");
        stack.start(PartName.SCHEDULER);

        assertThat(notice).isHidden();
        int before = page.locator("#runs-list tbody tr").count();
        String newest = page.locator("#runs-list tbody a").first().getAttribute("href");
        stack.runs().complete("\"dataTypes\": [\"locations\"], \"full\": true");
        page.waitForCondition(
                () -> !newest.equals(page.locator("#runs-list tbody a").first().getAttribute("href")));
        assertThat(before).isPositive();
        assertThat(isMarked(page)).isTrue();
    }

    @Test
    void a_page_says_that_its_person_is_signed_out_and_comes_back_after_signing_in() {
        Page page = signIn();
        page.navigate("/runs?state=completed");
        page.waitForResponse(response -> response.url().contains("/live?"), page::reload);
        admin.context().clearCookies();

        admin.context().setOffline(true);
        admin.context().setOffline(false);

        assertThat(page.locator("#live-state")).containsText("You are signed out.");
        Visitor.link(page, "Sign in to go on here").click();
        Visitor.signIn(
                page, stack.endpoints().get("ADMIN_USER"), stack.endpoints().get("ADMIN_PASSWORD"));
        assertThat(page.url()).endsWith("/runs?state=completed");
        assertThat(page.locator("h1")).hasText("Runs");
    }

    private Page signIn() {
        return admin.signIn(
                stack.endpoints().get("ADMIN_USER"), stack.endpoints().get("ADMIN_PASSWORD"));
    }

    private static Locator state(Page page) {
        return page.locator("#run-state .pill");
    }

    /** Lasts until the page is loaded anew. */
    private static void mark(Page page) {
        page.evaluate("window.marked = true");
    }

    private static boolean isMarked(Page page) {
        return Boolean.TRUE.equals(page.evaluate("window.marked === true"));
    }
}
