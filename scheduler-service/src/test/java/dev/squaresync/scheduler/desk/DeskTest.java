package dev.squaresync.scheduler.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What all pages have in common. */
@SchedulerTest
class DeskTest {

    private static final String VIEWERS_PASSWORD = "password-of-the-viewer";

    @Autowired
    private Environment environment;

    @Autowired
    private Runs runs;

    @Autowired
    private People people;

    @Test
    void each_page_has_a_title_one_heading_and_says_who_looks_at_it() {
        Desk desk = Desk.ofAdmin(environment);
        UUID run = runs.start(DataType.of("orders"));

        for (String path : List.of("/", "/runs", "/runs/" + run)) {
            Document page = desk.page(path);
            assertThat(page.title()).as(path).endsWith(" · square-sync");
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("main")).as(path).hasSize(1);
            assertThat(page.selectFirst("a.skip").attr("href")).as(path).isEqualTo("#main");
            assertThat(page.select("#main")).as(path).hasSize(1);
            assertThat(page.select("nav a[aria-current=page]")).as(path).hasSize(1);
            assertThat(page.selectFirst(".account").text()).as(path).isEqualTo("admin operator Sign out");
            assertThat(page.select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
            assertThat(page.selectFirst(".foot").text()).isEqualTo("Times are in Europe/Berlin.");
        }
    }

    @Test
    void a_viewer_sees_the_same_without_buttons_and_may_change_nothing() {
        String name = "viewer-" + UUID.randomUUID();
        people.add(name, "viewer", VIEWERS_PASSWORD, "test");
        Browser browser = Browser.signedIn(environment, name, VIEWERS_PASSWORD);
        Desk desk = Desk.of(browser);
        UUID run = runs.start(DataType.of("orders"));

        for (String path : List.of("/", "/runs", "/runs/" + run)) {
            Document page = desk.page(path);
            assertThat(page.select("main form[method=post], main button:not(.filters button)"))
                    .as(path)
                    .isEmpty();
            assertThat(page.selectFirst(".account").text()).contains("viewer");
        }
        for (String path : List.of("/runs", "/runs/" + run + "/cancel", "/runs/" + run + "/repeat")) {
            HttpResponse<String> answer = browser.post(path, Map.of());
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("<h1>Not allowed</h1>", "What to do:");
        }
        people.remove(name, "test");
    }

    @Test
    void assets_are_named_by_their_content_and_kept() {
        Browser browser = new Browser(environment);
        Document login = Jsoup.parse(browser.get("/login").body());
        Document page = Desk.ofAdmin(environment).page("/");

        List<String> assets = page.select("link[href], script[src]").stream()
                .map(element -> element.attr(element.hasAttr("src") ? "src" : "href"))
                .toList();

        assertThat(assets).hasSize(4).allMatch(asset -> asset.matches("/assets/[a-z.]+-[0-9a-f]{32}\\.(css|js|svg)"));
        assertThat(assets).containsAll(login.select("link[href]").eachAttr("href"));
        for (String asset : assets) {
            HttpResponse<String> answer = browser.get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000", "immutable");
            assertThat(answer.headers().firstValue("Set-Cookie")).as(asset).isEmpty();
        }
    }

    @Test
    void a_page_that_is_not_there_is_in_the_desks_frame() {
        HttpResponse<String> answer = Desk.ofAdmin(environment).browser().get("/nowhere", "Accept", "text/html");

        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(page.selectFirst("h1").text()).isEqualTo("Not found");
        assertThat(page.select("nav a")).isNotEmpty();
        assertThat(page.text()).contains("There is no page at this address.", "What to do:");
    }
}
