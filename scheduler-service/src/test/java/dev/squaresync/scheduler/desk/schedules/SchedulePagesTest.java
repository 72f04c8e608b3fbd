package dev.squaresync.scheduler.desk.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class SchedulePagesTest {

    @Autowired
    private Environment environment;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
    }

    @Test
    void each_is_said_in_words_with_its_next_three_runs() {
        Document page = desk.page("/schedules");

        assertThat(page.select("article.card")).hasSize(5);
        assertThat(page.selectFirst("#schedule-orders").text())
                .contains("On", "Every day at 02:00", "0 0 2 * * * in Europe/Berlin")
                .contains("what has changed, at least of the last 7 days");
        assertThat(page.select("#schedule-orders .times li").eachText())
                .containsExactly("02:00 tomorrow", "02:00, Tue 24 Nov", "02:00, Wed 25 Nov");
        assertThat(page.selectFirst("#schedule-catalog").text()).contains("Reads everything");
        assertThat(page.selectFirst("main").attr("data-live")).isEqualTo("/live?view=schedules");
    }

    @Test
    void one_is_paused_and_resumed() {
        assertThat(desk.submit("/schedules/orders/pause", Map.of())).isEqualTo("/schedules");
        Document paused = desk.page("/schedules");
        assertThat(paused.selectFirst(".flash:not([hidden])").text()).startsWith("orders is paused");
        assertThat(paused.selectFirst("#schedule-orders").text())
                .contains("Paused", "Next three runs, if it were not paused");
        assertThat(paused.select("form[action=/schedules/orders/resume]")).hasSize(1);
        assertThat(paused.select("form[action=/schedules/orders/pause]")).isEmpty();

        desk.submit("/schedules/orders/resume", Map.of());
        assertThat(desk.page("/schedules").selectFirst("#schedule-orders .pill").text())
                .isEqualTo("On");
        assertThat(audit()).containsExactly("Now paused.", "Now not paused.");
    }

    @Test
    void a_change_is_previewed_without_being_saved() {
        String path = "/schedules/orders/preview?cron=0+30+6+*+*+MON-FRI&timeZone=America/New_York&lookback=36h";
        Document preview = Jsoup.parse(desk.browser().get(path).body());

        assertThat(preview.select("header, main")).isEmpty();
        assertThat(preview.selectFirst("#preview").text())
                .contains("Weekdays at 06:30", "America/New_York", "36 h 0 min");
        assertThat(preview.select(".times li").eachText())
                .containsExactly("12:30 tomorrow", "12:30, Tue 24 Nov", "12:30, Wed 25 Nov");
        assertThat(Jsoup.parse(desk.browser()
                                .get("/schedules/orders/preview?cron=nonsense")
                                .body())
                        .text())
                .contains("'nonsense' is no cron expression of six fields");
        assertThat(desk.page("/schedules").selectFirst("#schedule-orders").text())
                .contains("Every day at 02:00");
    }

    @Test
    void a_change_is_saved_and_written_down() {
        Document form = desk.page("/schedules/orders");
        assertThat(form.selectFirst("#cron").val()).isEqualTo("0 0 2 * * *");
        assertThat(form.selectFirst("#lookback").val()).isEqualTo("7d");
        assertThat(form.selectFirst("#preview").text()).contains("Every day at 02:00");

        assertThat(desk.submit(
                        "/schedules/orders",
                        Map.of(
                                "cron",
                                "0 30 6 * * MON-FRI",
                                "timeZone",
                                "Europe/Berlin",
                                "mode",
                                "incremental",
                                "lookback",
                                "7d")))
                .isEqualTo("/schedules");

        Document page = desk.page("/schedules");
        assertThat(page.selectFirst(".flash:not([hidden])").text())
                .isEqualTo("Saved. orders is due next at 06:30 tomorrow.");
        assertThat(page.selectFirst("#schedule-orders").text()).contains("Weekdays at 06:30");
        assertThat(audit()).containsExactly("Now cron 0 30 6 * * MON-FRI.");

        desk.submit("/schedules/orders", Map.of("cron", "0 30 6 * * MON-FRI"));
        assertThat(audit()).hasSize(1);
    }

    @Test
    void a_change_that_makes_no_sense_keeps_what_was_typed() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "cron", "61 0 2 * * *", "timeZone", "Mars/Olympus", "lookback", "soon", "mode", "half")
                .entrySet()) {
            HttpResponse<String> answer =
                    desk.browser().post("/schedules/orders", Map.of(wrong.getKey(), wrong.getValue()));
            Document page = Jsoup.parse(answer.body());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(page.selectFirst("#preview .error").text()).contains("'" + wrong.getValue() + "' is n");
            assertThat(page.selectFirst("#" + wrong.getKey()).attr("aria-invalid"))
                    .isEqualTo("true");
        }
        assertThat(audit()).isEmpty();
    }

    @Test
    void a_viewer_sees_the_schedules_and_can_change_none() {
        people.add("victor", "viewer", "a-password-for-victor", "test");
        Desk viewer = Desk.of(Browser.signedIn(environment, "victor", "a-password-for-victor"));

        assertThat(viewer.page("/schedules").select("main form, main button, main a.button"))
                .isEmpty();
        assertThat(viewer.page("/schedules/orders").select("main form, main input"))
                .isEmpty();
        assertThat(viewer.page("/schedules/orders").text()).contains("Every day at 02:00");
        assertThat(viewer.browser().post("/schedules/orders/pause", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_schedule_that_is_not_there_is_a_page_that_says_so() {
        assertThat(desk.browser().get("/schedules/nonsense").body())
                .contains("<h1>Not found</h1>", "There is no schedule of &#39;nonsense&#39;.");
    }

    private List<String> audit() {
        return jdbc.sql("select detail from audit where action = 'schedule.change' order by id")
                .query(String.class)
                .list();
    }
}
