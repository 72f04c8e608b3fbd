package dev.squaresync.scheduler.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class AuditPageTest {

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
        jdbc.sql("truncate audit").update();
    }

    @Test
    void without_any_entry_the_page_says_what_will_come() {
        assertThat(desk.page("/audit").text()).contains("Nobody has done anything yet");
    }

    @Test
    void what_was_done_is_shown_with_a_link_to_its_subject() {
        UUID run = UUID.randomUUID();
        UUID letter = UUID.randomUUID();
        record("anna", "run.request", run.toString(), "orders since 2026-11-22T11:00:00Z.");
        record("bob", "dead-letter.replay", letter.toString(), "Sent back to its queue.");
        record("bob", "dead-letter.discard", null, "2 dead letters (all): Not needed.");
        desk.submit("/schedules/orders/pause", Map.of());
        record("anna", "person.add", "carl", "May sign in as viewer.");

        Document page = desk.page("/audit");

        assertThat(page.select("tbody tr td[data-label=Action]").eachText())
                .containsExactly(
                        "person.add", "schedule.change", "dead-letter.discard", "dead-letter.replay", "run.request");
        assertThat(page.select("tbody a").eachAttr("href"))
                .containsExactly(
                        "/schedules/orders", "/dead-letters?state=any", "/dead-letters/" + letter, "/runs/" + run);
        assertThat(page.selectFirst("tbody").text()).contains("orders since 12:00 today.");
        assertThat(page.selectFirst("tbody time").attr("datetime")).isEqualTo("2026-11-22T12:00:00Z");
    }

    @Test
    void it_is_filtered_and_paged_by_the_address() {
        for (int i = 0; i < 51; i++) {
            record("anna", "run.request", "orders", "Number " + i + ".");
        }
        record("bob & co", "run.cancel", "orders", "Stopped.");

        Document page = desk.page("/audit");
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("#who option").eachAttr("value")).containsExactly("", "anna", "bob & co");
        assertThat(page.select("#action option").eachAttr("value")).containsExactly("", "run.cancel", "run.request");
        Document older = desk.page(page.selectFirst(".pager a[rel=next]").attr("href"));
        assertThat(older.select("tbody tr td[data-label=What]").eachText()).containsExactly("Number 1.", "Number 0.");
        assertThat(older.selectFirst(".pager a[rel=first]").attr("href")).isEqualTo("/audit");

        Document bob = desk.page("/audit?who=bob+%26+co&action=run.cancel&before=nonsense");
        assertThat(bob.select("tbody tr")).hasSize(1);
        assertThat(bob.selectFirst("#who option[selected]").val()).isEqualTo("bob & co");
        assertThat(bob.selectFirst("main").attr("data-live"))
                .isEqualTo("/live?view=audit&who=bob%20%26%20co&action=run.cancel");
        assertThat(desk.page("/audit?who=nobody").text()).contains("No entry matches");
    }

    @Test
    void what_was_typed_is_inert() {
        String hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
        record(hostile, "run." + hostile, hostile, hostile);

        Document page = desk.page("/audit?who=" + "%3Cscript%3E");
        assertThat(page.select("img[onerror], script:not([src])")).isEmpty();
        Document all = desk.page("/audit");
        assertThat(all.select("img[onerror], script:not([src])")).isEmpty();
        assertThat(all.text()).contains(hostile);
    }

    private void record(String who, String action, @Nullable String subject, String detail) {
        jdbc.sql("insert into audit (at, who, action, subject, detail)"
                        + " values ('2026-11-22 12:00Z', :who, :action, :subject, :detail)")
                .param("who", who)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
