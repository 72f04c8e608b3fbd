package dev.squaresync.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a viewer sees and may do, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskAccessTest {

    private static final String PASSWORD = "a long enough password";

    private final Stack stack = Stack.running();
    private final String name = "viewer-" + UUID.randomUUID().toString().substring(0, 8);
    private Chromium chromium;
    private Visitor viewer;
    private Page page;

    @BeforeAll
    void start() {
        Http api = new Http(
                stack.endpoints().get("SCHEDULER_URL"),
                "Bearer " + stack.endpoints().get("API_TOKEN"));
        Http.Answer added = api.post(
                "/api/people",
                "{\"name\": \"%s\", \"role\": \"viewer\", \"password\": \"%s\"}".formatted(name, PASSWORD));
        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        stack.runs().complete("\"dataTypes\": [\"locations\"], \"full\": true");
        chromium = new Chromium();
        viewer = new Visitor(chromium.browser(), stack.endpoints());
        page = viewer.signIn(name, PASSWORD);
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @Test
    void a_viewer_sees_every_page_but_no_button() {
        for (String path : DeskPages.ALL) {
            page.navigate(path);
            assertThat(page.locator("main form[method=post]")).hasCount(0);
            assertThat(page.locator("main .primary, main .danger")).hasCount(0);
        }
        page.navigate("/runs");
        page.locator("#runs-list tbody a").first().click();
        assertThat(page.locator("#run-state")).isVisible();
        assertThat(page.locator("main button")).hasCount(0);
        assertThat(Visitor.link(page, "Access")).hasCount(0);
    }

    @Test
    void a_post_made_by_hand_is_forbidden_to_a_viewer() {
        page.navigate("/");
        String csrf = page.locator("form.account input[name=_csrf]").inputValue();

        APIResponse refused = viewer.context()
                .request()
                .post("/runs", RequestOptions.create().setForm(FormData.create().set("_csrf", csrf)));

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void the_page_of_people_and_tokens_is_not_for_viewers() {
        assertThat(viewer.context().request().get("/access").status()).isEqualTo(403);
    }
}
