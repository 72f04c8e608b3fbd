package dev.squaresync.scheduler.desk.deadletters;

import static dev.squaresync.scheduler.fixture.Letters.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.fixture.Browser;
import dev.squaresync.scheduler.fixture.Consumers;
import dev.squaresync.scheduler.fixture.Desk;
import dev.squaresync.scheduler.fixture.Letters;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class DeadLetterPagesTest {

    private static final UUID RUN = UUID.fromString("00000000-0000-0000-0000-00000000000a");

    private static final String INSERT = """
            insert into dead_letters (id, fingerprint, state, queue, wire_type, code, reason, attempts, headers, body,
                                      run_id, data_type, partition_id, first_seen_at, last_seen_at)
            values (gen_random_uuid(), gen_random_uuid(), 'OPEN', 'square-sync.fetcher.pages', 'fetch-page.v1', :code,
                    :reason, 4, cast(:headers as jsonb), convert_to(:body, 'UTF8'), :run, 'orders', :partition,
                    timestamptz '2026-11-22 11:00Z' + make_interval(secs => :second), timestamptz '2026-11-22 11:30Z')
            returning id
            """;

    @Autowired
    private Environment environment;

    @Autowired
    private Letters letters;

    @Autowired
    private Consumers consumers;

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
    void without_any_the_page_says_so() {
        Document page = desk.page("/dead-letters");

        assertThat(page.selectFirst("#letters-list").text()).contains("No dead letter", "there is nothing to do");
        assertThat(page.select("#letters-groups a")).isEmpty();
    }

    @Test
    void they_are_grouped_by_cause_filtered_and_paged_by_the_address() {
        for (int i = 0; i < 26; i++) {
            insert("square-unavailable", "Square did not answer.", "{}", i);
        }
        insert("square-unauthorized", "The token is not valid any more.", "{}", 26);

        Document page = desk.page("/dead-letters");
        assertThat(page.select("#letters-groups .cause .big").eachText())
                .containsExactly("26 dead letters", "1 dead letter");
        assertThat(page.selectFirst("#letters-counts").text()).contains("Open 27", "Discarded 0", "All 27");
        assertThat(page.select("#letters-list tbody tr")).hasSize(25);
        Document older = desk.page(page.selectFirst(".pager a[rel=next]").attr("href"));
        assertThat(older.select("#letters-list tbody tr")).hasSize(2);

        Document group = desk.page(page.select("#letters-groups h3 a").last().attr("href"));
        assertThat(group.select("#letters-list tbody tr")).hasSize(1);
        assertThat(group.selectFirst("#code option[selected]").val()).isEqualTo("square-unauthorized");
        assertThat(group.selectFirst("#letters-list tbody a[href^=/runs/]").attr("href"))
                .isEqualTo("/runs/" + RUN);
        assertThat(group.selectFirst("main").attr("data-live"))
                .startsWith("/live?view=dead-letters&decide=yes&code=square-unauthorized&dataType=orders");

        assertThat(desk.page("/dead-letters?runId=" + UUID.randomUUID()).text()).contains("No dead letter matches");
        assertThat(desk.page("/dead-letters?state=discarded").text()).contains("None here");
        assertThat(desk.browser().get("/dead-letters?runId=nonsense").statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_in_one_is_shown_without_its_secrets() {
        UUID id = insert(
                "square-unavailable",
                "Square did not answer at 2026-11-22T11:30:00Z.",
                "{\"amount\":1.50,\"authorization\":\"Bearer abcdefgh12345678\",\"lines\":["
                        + String.join(",", Stream.generate(() -> "1").limit(60).toList()) + "],\"note\":[\n{}]}",
                0);

        Document page = desk.page("/dead-letters/" + id);

        assertThat(page.selectFirst("h1").text()).isEqualTo("Dead letter of orders");
        assertThat(page.selectFirst("#letter-state").text())
                .contains("Open", "Square did not answer at 12:30 today.", "square-unavailable", "fetch-page.v1");
        assertThat(page.selectFirst("#letter-state a").attr("href")).isEqualTo("/runs/" + RUN);
        assertThat(page.selectFirst(".payload > pre").wholeText())
                .contains("\"amount\" : 1.50,")
                .contains("\"authorization\" : \"[redacted]\"");
        assertThat(page.selectFirst(".payload").wholeText()).doesNotContain("abcdefgh");
        assertThat(page.selectFirst("details:not([open]) > pre").wholeText()).contains("\"note\"");
        assertThat(page.selectFirst("section[aria-labelledby=headers-title] tbody")
                        .text())
                .contains("x-secret-key [redacted]", "kind fetch");
    }

    @Test
    void a_body_that_is_no_json_or_very_long_is_shown_as_it_is() {
        UUID broken = insert("unreadable", "It is no JSON.", "{\"a\":", 0);
        UUID longer = insert("unreadable", "It is too long.", "x".repeat(70_000), 1);
        UUID empty = insert("unreadable", "It is empty.", "", 2);

        assertThat(desk.page("/dead-letters/" + broken)
                        .selectFirst(".payload pre")
                        .wholeText())
                .isEqualTo("{\"a\":");
        assertThat(desk.page("/dead-letters/" + longer).selectFirst(".payload").text())
                .contains("Only its beginning is shown.");
        assertThat(desk.page("/dead-letters/" + empty).selectFirst(".payload").text())
                .contains("the message has no body");
    }

    @Test
    void one_is_replayed() {
        String id = letters.giveUp("orders", "a", "square-unavailable");

        assertThat(desk.submit("/dead-letters/" + id + "/replay", Map.of())).isEqualTo("/dead-letters/" + id);

        assertThat(consumers.take(Topology.PAGES_TO_FETCH)).isNotNull();
        await().untilAsserted(() -> assertThat(desk.page("/dead-letters/" + id)
                        .selectFirst("#letter-state .pill")
                        .text())
                .isEqualTo("Replayed"));
        assertThat(desk.page("/dead-letters/" + id).selectFirst("main").attr("data-phase"))
                .isEqualTo("ended");
        desk.submit("/dead-letters/" + id + "/replay", Map.of());
        assertThat(desk.page("/dead-letters/" + id)
                        .selectFirst(".flash-refused:not([hidden])")
                        .text())
                .contains("decided about this dead letter already");
    }

    @Test
    void all_that_match_are_replayed_after_their_number_was_said() {
        letters.giveUp("orders", "a", "square-unavailable");
        letters.giveUp("orders", "b", "square-unavailable");
        String other = letters.giveUp("orders", "c", "square-unauthorized");

        Document asked = desk.page("/dead-letters/replay?code=square-unavailable");
        assertThat(asked.selectFirst("h1").text()).isEqualTo("Replay 2 dead letters?");
        assertThat(asked.selectFirst("form button.primary").text()).isEqualTo("Replay 2");
        assertThat(asked.selectFirst("main input[name=code]").val()).isEqualTo("square-unavailable");

        String job = desk.submit("/dead-letters/replay", Map.of("code", "square-unavailable"));
        assertThat(job).startsWith("/dead-letters/jobs/");
        await().untilAsserted(() -> assertThat(
                        desk.page(job).selectFirst("#job-state").text())
                .contains("Completed", "2 of 2", "code square-unavailable"));
        assertThat(desk.page(job).selectFirst("main").attr("data-live"))
                .isEqualTo("/live?view=replay-job&id=" + job.substring("/dead-letters/jobs/".length()));
        assertThat(letters.awaitState(other, "OPEN")).isNotNull();
        assertThat(desk.submit("/dead-letters/replay", Map.of("code", "square-unavailable")))
                .isEqualTo("/dead-letters?code=square-unavailable");
        assertThat(desk.page("/dead-letters/replay?code=square-unavailable").text())
                .contains("No open dead letter matches");
    }

    @Test
    void they_are_discarded_with_a_reason_only() {
        String one = letters.giveUp("orders", "a", "square-unavailable");
        letters.giveUp("orders", "b", "square-unavailable");

        desk.submit("/dead-letters/" + one + "/discard", Map.of("reason", " "));
        assertThat(desk.page("/dead-letters/" + one)
                        .selectFirst("#letter-state .pill")
                        .text())
                .isEqualTo("Open");
        desk.submit("/dead-letters/" + one + "/discard", Map.of("reason", "Read\nanew"));
        assertThat(desk.page("/dead-letters/" + one)
                        .selectFirst("#letter-state")
                        .text())
                .contains("Discarded", "Given up for good: Read anew", "by admin");

        assertThat(desk.submit("/dead-letters/discard", Map.of())).isEqualTo("/dead-letters/discard");
        assertThat(desk.submit("/dead-letters/discard", Map.of("reason", "Not needed")))
                .isEqualTo("/dead-letters");
        Document page = desk.page("/dead-letters");
        assertThat(page.selectFirst(".flash:not([hidden])").text()).isEqualTo("1 dead letter is discarded.");
        assertThat(page.selectFirst("#letters-counts").text()).contains("Open 0", "Discarded 2");
    }

    @Test
    void a_viewer_sees_all_and_can_decide_nothing() {
        UUID id = insert("square-unavailable", "Square did not answer.", "{}", 0);
        people.add("victor", "viewer", "a-password-for-victor", "test");
        Desk viewer = Desk.of(Browser.signedIn(environment, "victor", "a-password-for-victor"));

        for (String path : new String[] {"/dead-letters", "/dead-letters/" + id, "/dead-letters/replay"}) {
            Document page = viewer.page(path);
            assertThat(page.select("main form[method=post]")).as(path).isEmpty();
            assertThat(page.select("main a[href*=/replay], main a[href*=/discard]"))
                    .as(path)
                    .isEmpty();
        }
        for (String path : new String[] {"/dead-letters/" + id + "/replay", "/dead-letters/replay"}) {
            HttpResponse<String> answer = viewer.browser().post(path, Map.of());
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(viewer.page("/dead-letters/" + id)
                        .selectFirst("#letter-state .pill")
                        .text())
                .isEqualTo("Open");
    }

    @Test
    void what_comes_from_outside_is_inert() {
        String hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";
        UUID id = insert(hostile, hostile, "{\"name\":\"" + hostile + "\"}", 0);
        consumers.giveUp(Topology.PAGES_TO_FETCH, page("orders", "a"), hostile, hostile);
        letters.awaitLetters(2);

        for (String path : new String[] {
            "/dead-letters", "/dead-letters/" + id, "/dead-letters/replay", "/dead-letters?code=%3Cscript%3E"
        }) {
            Document page = desk.page(path);
            assertThat(page.select("img[onerror], script:not([src])")).as(path).isEmpty();
        }
        assertThat(desk.page("/dead-letters/" + id).selectFirst(".payload").text())
                .contains(hostile);
        Document page = desk.page("/dead-letters");
        assertThat(desk.page(page.selectFirst("#letters-groups h3 a").attr("href"))
                        .select("#letters-list tbody tr"))
                .isNotEmpty();
    }

    @Test
    void one_that_is_not_there_is_a_page_that_says_so() {
        for (String id : new String[] {UUID.randomUUID().toString(), "nonsense", "jobs/nonsense"}) {
            HttpResponse<String> answer = desk.browser().get("/dead-letters/" + id);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("<h1>Not found</h1>");
        }
    }

    private UUID insert(String code, String reason, String body, int second) {
        return jdbc.sql(INSERT)
                .param("code", code)
                .param("reason", reason)
                .param("headers", "{\"x-secret-key\":\"top\",\"kind\":\"fetch\"}")
                .param("body", body)
                .param("run", RUN)
                .param("partition", "p-" + second)
                .param("second", second)
                .query(UUID.class)
                .single();
    }
}
