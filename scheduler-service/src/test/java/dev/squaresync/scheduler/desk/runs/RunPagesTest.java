package dev.squaresync.scheduler.desk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import dev.squaresync.scheduler.run.RollbackProgress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class RunPagesTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType CATALOG = DataType.of("catalog");

    @Autowired
    private Environment environment;

    @Autowired
    private Runs runs;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RollbackProgress rollbacks;

    private Desk desk;

    @BeforeEach
    void signIn() {
        desk = Desk.ofAdmin(environment);
    }

    @Test
    void the_page_of_a_run_shows_its_way_from_request_to_end() {
        UUID run = runs.start(ORDERS);
        Document requested = desk.page("/runs/" + run);
        assertThat(requested.selectFirst("#run-state .pill").text()).isEqualTo("Requested");
        assertThat(requested.select(".steps li").eachText())
                .containsExactly("Requested 13:00:00", "Planned …", "Pages", "End");
        assertThat(requested.selectFirst("#run-state").text()).contains("no estimate yet");

        Said orders = new Said(run, ORDERS);
        clock.advance(Duration.ofSeconds(10));
        runs.hear(orders.planned("a", "b"));
        clock.advance(Duration.ofMinutes(2));
        runs.hear(orders.onlyPage("a"));
        Document half = desk.page("/runs/" + run);
        assertThat(half.selectFirst("main").attr("data-phase")).isEqualTo("active");
        assertThat(half.selectFirst("#run-state .pill").text()).isEqualTo("Running");
        assertThat(half.select(".steps li").eachText())
                .contains("Planned 2 partitions 13:00:10", "Pages 1 page, 10 rows, latest 13:00:00 …");
        assertThat(half.selectFirst("#run-state").text()).contains("about 2 minutes left", "1 of 2 partitions done");

        runs.hear(orders.onlyPage("b"));
        Document whole = desk.page("/runs/" + run);
        assertThat(whole.selectFirst("main").attr("data-phase")).isEqualTo("ended");
        assertThat(whole.select(".steps li").eachText()).contains("Completed 13:02:10");
        assertThat(whole.select("#run-numbers tbody td[data-label=Inserted]").text())
                .isEqualTo("20");
        assertThat(whole.selectFirst("#run-state").text()).contains("2 min 10 s", "Asked by test");
    }

    @Test
    void what_was_given_up_is_shown_with_its_cause() {
        UUID run = runs.start(ORDERS);
        Said orders = new Said(run, ORDERS);
        runs.hear(orders.planned("a", "b"));
        runs.hear(orders.givenUp("a"));
        runs.hear(orders.onlyPage("b"));

        Document page = desk.page("/runs/" + run);

        assertThat(page.selectFirst("#run-state .pill").text()).isEqualTo("Failed");
        assertThat(page.selectFirst("#run-given-up tbody").text())
                .contains("orders: partition a", "square-unavailable", "Square did not answer for a.", "not whole");
        assertThat(page.selectFirst("#run-given-up a").attr("href")).isEqualTo("/dead-letters?runId=" + run);

        runs.hear(orders.onlyPage("a"));
        assertThat(desk.page("/runs/" + run).selectFirst("#run-given-up tbody").text())
                .contains("whole after all");
    }

    @Test
    void what_was_tried_again_is_shown_with_its_reason() {
        UUID run = runs.start(ORDERS);
        jdbc.sql("insert into retries (run_id, data_type, queue, attempt, attempts, code, reason, at, next_try_at)"
                        + " select :run, 'orders', 'q', n % 5 + 1, 5, 'square-rate-limited', 'Square answered 429.',"
                        + " timestamptz '2026-11-22T12:00:00Z' + n * interval '1 s', now()"
                        + " from generate_series(1, 21) n")
                .param("run", run)
                .update();

        Document page = desk.page("/runs/" + run);

        assertThat(page.select("#run-retries tbody tr")).hasSize(20);
        assertThat(page.selectFirst("#run-retries tbody tr").text())
                .contains("13:00:21 orders Retry 2 of 5: Square answered 429. square-rate-limited");
        assertThat(page.selectFirst("#run-retries").text()).contains("the latest 20 of 21");
    }

    @Test
    void a_run_can_be_started_cancelled_and_repeated() {
        String address = desk.submit("/runs", Map.of("dataType", "orders", "reach", "full"));
        UUID run = UUID.fromString(address.substring("/runs/".length()));
        Document page = desk.page(address);
        assertThat(page.selectFirst(".flash:not([hidden])").text())
                .isEqualTo("The run is requested. This page follows it.");
        assertThat(page.select("#run-numbers tbody tr")).hasSize(1);
        assertThat(page.selectFirst("#run-state").text()).contains("Asked by admin", "the whole history");

        assertThat(desk.submit(address + "/cancel", Map.of("reason", "Wrong\nbutton")))
                .isEqualTo(address);
        assertThat(runs.state(run)).isEqualTo(RunState.CANCELLED);
        assertThat(desk.page(address).selectFirst("#run-state").text()).contains("Cancelled by admin: Wrong button");

        String again = desk.submit(address + "/repeat", Map.of());
        assertThat(again).startsWith("/runs/").isNotEqualTo(address);
        assertThat(desk.page(again).selectFirst("#run-state").text()).contains("the whole history");
        assertThat(jdbc.sql("select action from audit where action like 'run.%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("run.request", "run.cancel", "run.request");
    }

    @Test
    void a_run_is_rolled_back_after_a_preview_that_names_what_is_left() {
        UUID run = runs.start(ORDERS);
        Said orders = new Said(run, ORDERS);
        runs.hear(orders.planned("a"));
        runs.hear(orders.onlyPage("a"));

        String preview = desk.submit("/runs/" + run + "/rollback", Map.of("dryRun", "true"));
        UUID tried = UUID.fromString(preview.substring("/runs/".length()));
        rollbacks.rolledBack(
                new RolledBack(tried, run, ORDERS, 7, 2, 0, 1, List.of("O-<17>"), null, SettableClock.START));
        Document page = desk.page(preview);
        assertThat(page.selectFirst("#run-rollback").text())
                .contains("This is a preview: nothing was written", "orders 7 2 0 1", "O-<17>");
        assertThat(page.select("form[action=/runs/" + run + "/rollback] button").text())
                .isEqualTo("Roll back now");

        String real = desk.submit("/runs/" + run + "/rollback", Map.of("dryRun", "false"));
        assertThat(desk.page(real).selectFirst("#run-rollback").text()).contains("What was rolled back");
        assertThat(desk.submit("/runs/" + run + "/rollback", Map.of("dryRun", "true")))
                .isEqualTo("/runs/" + run);
        assertThat(desk.page("/runs/" + run).selectFirst(".flash:not([hidden])").text())
                .contains("Nothing was rolled back: orders is being rolled back");
    }

    @Test
    void a_run_in_the_way_is_linked() {
        UUID running = runs.start(ORDERS);

        assertThat(desk.submit("/runs", Map.of())).isEqualTo("/");

        Document page = desk.page("/");
        assertThat(page.selectFirst(".flash-refused:not([hidden])").text())
                .contains("No new run was started: orders is being synced already.");
        assertThat(page.selectFirst(".flash-refused:not([hidden]) a").attr("href"))
                .isEqualTo("/runs/" + running);
        assertThat(desk.page("/").select(".flash:not([hidden])")).isEmpty();
    }

    @Test
    void runs_are_filtered_counted_and_paged_by_the_address() {
        complete(ORDERS);
        for (int i = 0; i < 26; i++) {
            clock.advance(Duration.ofMinutes(1));
            complete(CATALOG);
        }
        clock.advance(Duration.ofMinutes(1));
        UUID active = runs.start(ORDERS);

        Document first = desk.page("/runs");
        assertThat(first.select("#runs-list tbody tr")).hasSize(25);
        assertThat(first.selectFirst("#runs-list tbody a").attr("href")).isEqualTo("/runs/" + active);
        assertThat(first.select("#runs-counts .chip").eachText()).contains("All 28", "Completed 27", "Requested 1");
        Document older = desk.page(first.selectFirst(".pager a[rel=next]").attr("href"));
        assertThat(older.select("#runs-list tbody tr")).hasSize(3);
        assertThat(older.selectFirst(".pager a[rel=first]").attr("href")).isEqualTo("/runs");

        Document orders =
                desk.page("/runs?dataType=orders&state=completed&trigger=request&from=2026-11-22&to=2026-11-22");
        assertThat(orders.select("#runs-list tbody tr")).hasSize(1);
        assertThat(orders.select("#runs-counts .chip").eachText()).contains("All 2", "Completed 1", "Requested 1");
        assertThat(orders.selectFirst("#dataType option[selected]").val()).isEqualTo("orders");
        assertThat(orders.selectFirst("#from").val()).isEqualTo("2026-11-22");
        assertThat(orders.selectFirst("main").attr("data-live"))
                .isEqualTo(
                        "/live?view=runs&state=completed&dataType=orders&trigger=request&from=2026-11-22&to=2026-11-22");

        assertThat(desk.page("/runs?to=2026-11-21").text()).contains("No run matches");
        assertThat(desk.page("/runs?state=NONSENSE&from=x&before=1").select("#runs-list tbody tr"))
                .hasSize(25);
    }

    @Test
    void without_any_run_the_page_says_what_to_do() {
        assertThat(desk.page("/runs").text()).contains("No run yet", "Start one on the overview");
    }

    @Test
    void a_run_that_is_not_there_is_a_page_that_says_so() {
        for (String id : new String[] {UUID.randomUUID().toString(), "nonsense"}) {
            HttpResponse<String> answer = desk.browser().get("/runs/" + id, "Accept", "text/html");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>Not found</h1>", "There is no run", id, "Overview");
        }
        HttpResponse<String> nowhere = desk.browser().get("/nowhere");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(nowhere.body()).contains("There is no page at this address.");
        assertThat(new Browser(environment).get("/api/nowhere").body()).doesNotContain("<html");
    }

    @Test
    void names_and_reasons_from_outside_are_inert() {
        String hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
        UUID run = runs.start(ORDERS);
        jdbc.sql("update sync_runs set requested_by = :name, reason = :name")
                .param("name", hostile)
                .update();
        jdbc.sql("insert into partitions (run_id, data_type, partition_id, label) values (:run, 'orders', 'p', :name)")
                .param("run", run)
                .param("name", hostile)
                .update();
        jdbc.sql("insert into partition_failures values (:run, 'orders', 'p', :name, :name, 1, now())")
                .param("run", run)
                .param("name", hostile)
                .update();

        for (String path : new String[] {"/runs", "/runs/" + run, "/", "/runs?state=" + "%3Cscript%3E"}) {
            Document page = desk.page(path);
            assertThat(page.select("img[onerror], script:not([src])")).as(path).isEmpty();
        }
        assertThat(desk.page("/runs/" + run).text()).contains(hostile);
    }

    private void complete(DataType dataType) {
        UUID run = runs.start(dataType);
        runs.hear(new Said(run, dataType).planned("p"));
        runs.hear(new Said(run, dataType).onlyPage("p"));
    }
}
