package dev.squaresync.scheduler.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Schedules;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class OverviewPageTest {

    private static final DataType[] ALL = List.of("orders", "catalog", "categories", "locations", "inventory").stream()
            .map(DataType::of)
            .toArray(DataType[]::new);

    @Autowired
    private Environment environment;

    @Autowired
    private Runs runs;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Schedules schedules;

    @Autowired
    private JdbcClient jdbc;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
    }

    @Test
    void before_the_first_sync_it_says_what_to_do() {
        Document page = desk.page("/");

        assertThat(page.selectFirst("#verdict-words").text()).isEqualTo("None of the five data types is in order.");
        assertThat(page.select(".needs li").eachText()).contains("orders has never been synced. See its schedule");
        assertThat(page.select("article.card")).hasSize(5);
        assertThat(page.selectFirst("#card-orders").text()).contains("not proven", "none yet", "02:00 tomorrow");
        assertThat(page.text()).contains("No day is proven yet", "No night yet");
    }

    @Test
    void when_all_is_well_the_verdict_says_up_to_when() {
        complete(runs.start(ALL));

        Document page = desk.page("/");

        assertThat(page.selectFirst("#verdict-words").text())
                .isEqualTo("All five data types are complete up to 12:55 today.");
        assertThat(page.select(".needs")).isEmpty();
        Element orders = page.selectFirst("#card-orders");
        assertThat(orders.selectFirst(".pill").text()).isEqualTo("Completed");
        assertThat(orders.text()).contains("12:55 today", "5 minutes ago", "10 (10 new, 0 changed, 0 deleted)");
        assertThat(orders.selectFirst("time").attr("datetime")).isEqualTo("2026-11-22T11:55:00Z");
        assertThat(orders.selectFirst("time").attr("title"))
                .isEqualTo("Sunday 22 November 2026, 12:55:00.000 CET (Europe/Berlin)");
        assertThat(page.select(".strip tbody tr")).hasSize(5);
        assertThat(page.select(".strip .cell-whole")).hasSize(5 * 29);
        assertThat(page.select(".strip tbody .cell-gap")).isEmpty();
    }

    @Test
    void what_needs_a_person_is_on_top_with_a_link_to_its_cause() {
        complete(runs.start(ALL));
        clock.advance(Duration.ofMinutes(10));
        UUID run = runs.start(ALL[0]);
        Said orders = new Said(run, ALL[0]);
        runs.hear(orders.planned("p"));
        runs.hear(orders.givenUp("p"));

        Document page = desk.page("/");

        assertThat(page.selectFirst("#verdict-words").text())
                .isEqualTo("Orders needs a person. All others are complete up to 12:55 today.");
        assertThat(page.selectFirst(".needs li").text()).startsWith("orders was not completed by its last run:");
        assertThat(page.selectFirst(".needs a").attr("href")).isEqualTo("/runs/" + run);
        assertThat(page.selectFirst("#card-orders .pill").text()).isEqualTo("Failed");
    }

    @Test
    void days_that_a_failed_run_should_have_proven_are_gaps() {
        schedules.putOff();
        complete(runs.start(ALL));
        clock.advance(Duration.ofDays(2));
        complete(runs.start(ALL[1], ALL[2], ALL[3], ALL[4]));
        UUID run = runs.start(ALL[0]);
        runs.hear(new Said(run, ALL[0]).givenUp(null));

        Document page = desk.page("/");

        assertThat(page.select(".strip tbody tr")
                        .get(row(page, "orders"))
                        .select("td")
                        .eachText())
                .endsWith("ok", "gap", "gap", "gap");
        assertThat(page.select(".strip tbody tr")
                        .get(row(page, "catalog"))
                        .select("td")
                        .eachText())
                .endsWith("ok", "ok", "ok", "…");
    }

    @Test
    void a_run_under_way_is_shown_on_its_card() {
        UUID run = runs.start(ALL[0]);
        Said orders = new Said(run, ALL[0]);
        runs.hear(orders.planned("a", "b"));
        runs.hear(orders.onlyPage("a"));

        Element card = desk.page("/").selectFirst("#card-orders");

        assertThat(card.selectFirst(".pill").text()).isEqualTo("Running");
        assertThat(card.text()).contains("1 of 2 partitions, 10 rows");
        assertThat(card.selectFirst("progress").attr("value")).isEqualTo("1");
        assertThat(card.selectFirst("progress").attr("max")).isEqualTo("2");
    }

    @Test
    void the_charts_show_the_nights_of_the_schedule() {
        complete(runs.start(ALL));
        clock.advance(Duration.ofMinutes(1));
        UUID second = runs.start(ALL);
        clock.advance(Duration.ofSeconds(90));
        complete(second);
        jdbc.sql("update sync_runs set trigger = 'schedule' where id = :id")
                .param("id", second)
                .update();

        Document page = desk.page("/");

        assertThat(page.select("svg.chart .bar")).hasSize(2);
        assertThat(page.selectFirst("svg.chart .bar title").text())
                .isEqualTo("Sun 22 Nov: 50 rows in 1 min 30 s, 1 a second, completed");
        assertThat(page.selectFirst("details tbody").text()).isEqualTo("Sun 22 Nov Completed 50 1 min 30 s 1");
    }

    private static int row(Document page, String dataType) {
        return page.select(".strip tbody th").eachText().indexOf(dataType);
    }

    private void complete(UUID run) {
        runs.report(run).streams().forEach(stream -> {
            runs.hear(new Said(run, stream.dataType()).planned("p"));
            runs.hear(new Said(run, stream.dataType()).onlyPage("p"));
        });
    }
}
