package dev.squaresync.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RunExpected;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** From a service's report to the mail server and to Slack. */
@DisplayName("An alert")
@SpringBootTest(
        classes = {NotifierApplication.class, AlertsTest.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
class AlertsTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(FreePorts.take(1).get(0), "127.0.0.1", "smtp"));
    private static final StrictSlack SLACK = new StrictSlack();

    private final Reports reports = new Reports();

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private JdbcClient database;

    @Autowired
    private StoppableClock clock;

    @TestConfiguration
    static class Time {

        @Bean
        @Primary
        StoppableClock stoppableClock() {
            return new StoppableClock();
        }
    }

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry registry) {
        MAIL.start();
        TestDatabase.Credentials notifier = TestDatabase.fresh().as(DatabaseRole.NOTIFIER);
        TestBroker broker = TestBroker.freshVirtualHost();
        registry.add("spring.datasource.url", notifier::url);
        registry.add("spring.datasource.username", notifier::username);
        registry.add("spring.datasource.password", notifier::password);
        registry.add("spring.rabbitmq.host", broker::host);
        registry.add("spring.rabbitmq.port", broker::port);
        registry.add("spring.rabbitmq.username", broker::username);
        registry.add("spring.rabbitmq.password", broker::password);
        registry.add("spring.rabbitmq.virtual-host", broker::virtualHost);
        registry.add("square-sync.retry.waits", () -> "300ms");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("notifier.mail.from", () -> "sync@shop.example");
        registry.add("notifier.mail.to", () -> "admin@shop.example");
        registry.add("notifier.slack.webhook", SLACK::webhook);
        registry.add("notifier.slack.timeout", () -> "2s");
        registry.add("notifier.alerts.settle", () -> "1s");
        registry.add("notifier.alerts.digest-every", () -> "3s");
        registry.add("notifier.alerts.most-an-hour", () -> "1000");
        registry.add("notifier.delivery.waits", () -> "200ms,500ms");
        registry.add("notifier.delivery.late-after", () -> "3s");
        registry.add("notifier.missed-after", () -> "1s");
        registry.add("shop.time-zone", () -> "Europe/Berlin");
        registry.add("notifier.look-for-weekly-report-every", () -> "1d");
        registry.add("scheduler.url", () -> "http://localhost:8080");
    }

    @BeforeEach
    void nothing_is_told_yet() throws Exception {
        database.sql("truncate notifier.alerts, notifier.deliveries, notifier.expected_runs, notifier.heard_conditions,"
                        + " notifier.ended_streams")
                .update();
        MAIL.purgeEmailFromAllMailboxes();
        SLACK.messages().clear();
    }

    @AfterAll
    static void close() {
        MAIL.stop();
        SLACK.close();
    }

    @ParameterizedTest
    @CsvSource({
        "dead-letters,     3 dead letters: square-rejected,              ./square-sync dead-letters replay",
        "coverage-gap,     orders: not proven complete,                  ./square-sync sync",
        "stream-stalled,   orders: does not move,                        ./square-sync doctor",
        "run-skipped,      orders: a scheduled sync was skipped,         ./square-sync schedule",
        "dependency-down,  writer cannot reach PostgreSQL,               ./square-sync doctor",
        "service-silent,   no fetcher is heard of,                       Start it again",
        "token-refused,    Square refuses the access token,              Renew SQUARE_ACCESS_TOKEN",
        "scope-missing,    the access token may not read everything,     Renew SQUARE_ACCESS_TOKEN",
        "token-expiring,   the access token expires soon,                Renew SQUARE_ACCESS_TOKEN",
        "test,             a test of all channels,                       this channel works",
        "disk-nearly-full, the mirror's disk is nearly full,             Give PostgreSQL more disk"
    })
    void of_each_kind_says_in_mail_and_slack_what_happened_and_what_to_do(String kind, String what, String advice)
            throws Exception {
        String which = switch (kind) {
            case "dead-letters" -> "square-rejected";
            case "dependency-down" -> "writer:PostgreSQL";
            default -> "fetcher";
        };

        publish(reports.of(kind, which, State.RAISED, 3, "It began at 2026-11-22T01:00:00Z."));

        MimeMessage mail = mails(1).get(0);
        Parts parts = Parts.of(mail);
        keepForLookingAt("alert-" + kind, parts);
        assertThat(mail.getSubject()).contains(what);
        JsonNode message = slack(1).get(0);
        for (String said : List.of(parts.text(), parts.html().replace("&#39;", "'"), StrictSlack.text(message))) {
            assertThat(said).contains(what, "It began at Sun 22 Nov 2026, 02:00.", advice);
        }
        assertThat(message.path("blocks").toString()).contains("http://localhost:8080/");
    }

    @Test
    void of_ten_thousand_dead_letters_of_three_causes_is_three_mails_with_exact_counts() {
        clock.stopWhile(() -> {
            for (int step = 1; step <= 40; step++) {
                for (String code : List.of("square-rejected", "page-too-large", "page-not-written")) {
                    publish(reports.deadLetters(
                            code, step == 1 ? State.RAISED : State.CHANGED, exactly(code) * step / 40));
                }
            }
            awaitHeard("dead-letters:page-not-written", 120);
            awaitHeard("dead-letters:page-too-large", 119);
            awaitHeard("dead-letters:square-rejected", 118);
        });

        List<MimeMessage> mails = mails(3);

        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder(
                        "square-sync: FAILURE – 5,000 dead letters: square-rejected",
                        "square-sync: FAILURE – 3,000 dead letters: page-too-large",
                        "square-sync: FAILURE – 2,000 dead letters: page-not-written");
        assertThat(slack(3)).hasSize(3);
    }

    private static long exactly(String code) {
        return switch (code) {
            case "square-rejected" -> 5_000;
            case "page-too-large" -> 3_000;
            default -> 2_000;
        };
    }

    @Test
    void that_was_told_is_told_again_only_when_it_has_changed_and_its_end_is_in_the_same_thread() throws Exception {
        publish(reports.deadLetters("square-rejected", State.RAISED, 1));
        MimeMessage first = mails(1).get(0);
        clock.stopWhile(() -> {
            publish(reports.deadLetters("square-rejected", State.CHANGED, 1));
            publish(reports.deadLetters("square-rejected", State.CHANGED, 7));
            publish(reports.deadLetters("square-rejected", State.CHANGED, 9));
            awaitHeard("dead-letters:square-rejected", 4);
        });
        MimeMessage second = mails(2).get(1);
        publish(reports.deadLetters("square-rejected", State.CLEARED, 0));
        MimeMessage third = mails(3).get(2);

        assertThat(second.getSubject()).contains("9 dead letters");
        assertThat(third.getSubject()).isEqualTo("square-sync: OVER – dead letters: square-rejected");
        for (MimeMessage later : List.of(second, third)) {
            assertThat(later.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
            assertThat(later.getHeader("References")).containsExactly(first.getMessageID());
        }
        assertThat(List.of(first.getMessageID(), second.getMessageID(), third.getMessageID()))
                .doesNotHaveDuplicates();
        keepForLookingAt("alert-over", Parts.of(third));
    }

    @Test
    void that_is_over_before_it_was_told_is_not_told_and_what_comes_late_is_not_believed() {
        ConditionReported raised = reports.deadLetters("square-rejected", State.RAISED, 1);
        clock.stopWhile(() -> {
            publish(raised);
            awaitHeard("dead-letters:square-rejected", 1);
            publish(reports.deadLetters("square-rejected", State.CLEARED, 0));
            awaitHeard("dead-letters:square-rejected", 2);
            publish(raised);
            publish(reports.deadLetters("page-too-large", State.RAISED, 1));
            awaitHeard("dead-letters:page-too-large", 3);
        });

        assertThat(mails(1).get(0)).extracting(AlertsTest::subject).asString().contains("page-too-large");
    }

    @Test
    void about_a_run_that_did_not_start_comes_although_no_scheduler_is_there_and_is_over_when_it_starts()
            throws Exception {
        Instant due = Instant.now().minusSeconds(30);
        publish(expected(due));

        MimeMessage missed = mails(1).get(0);
        Parts parts = Parts.of(missed);
        keepForLookingAt("alert-run-missed", parts);
        assertThat(missed.getSubject()).startsWith("square-sync: MISSED – the sync of ");
        assertThat(parts.text()).contains("orders was to be synced at", "nothing is lost", "./square-sync doctor");

        publish(expected(due.plus(Duration.ofDays(1))));

        assertThat(mails(2).get(1).getSubject()).isEqualTo("square-sync: The scheduled sync is under way");
    }

    @Test
    void says_names_from_outside_without_effect() throws Exception {
        String hostile = "<script>alert(1)</script> <!channel> *b* ${7*7} [(${7*7})] & \r\nBcc: thief@example.org";

        publish(reports.of(ConditionKind.DEAD_LETTERS, hostile, State.RAISED, 1, hostile));

        MimeMessage mail = mails(1).get(0);
        Parts parts = Parts.of(mail);
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(parts.html()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(parts.text()).contains("${7*7} [(${7*7})]").doesNotContainPattern("(?m)^Bcc:");
        JsonNode message = slack(1).get(0);
        assertThat(message.path("text").asString()).contains("&lt;!channel&gt;").doesNotContain("<!channel>");
        message.path("blocks").forEach(block -> {
            if (block.has("text")) {
                assertThat(block.path("text").path("type").asString()).isEqualTo("plain_text");
            }
        });
    }

    @Test
    void waits_as_slack_asks_and_is_tried_again_while_the_mail_is_sent(CapturedOutput log) {
        SLACK.says(429, "1");
        SLACK.says(500, null);
        SLACK.isSilent();

        publish(reports.deadLetters("square-rejected", State.RAISED, 1));

        mails(1);
        assertThat(slack(1)).hasSize(1);
        assertThat(database.sql("select min(sent_at) filter (where channel = 'mail')"
                                + " < min(sent_at) filter (where channel = 'slack') from notifier.deliveries")
                        .query(Boolean.class)
                        .single())
                .as("the mail did not wait for Slack")
                .isTrue();
        assertThat(log.getOut())
                .contains("Slack answered 429", "Slack answered 500", "Slack did not answer within 2 s")
                .doesNotContain("/services/secret");
    }

    @Test
    void comes_when_the_mail_server_is_back_and_says_that_it_is_late() throws Exception {
        MAIL.stop();
        try {
            publish(EndedRun.failed());
            await().atMost(SOON)
                    .until(() -> database.sql("select exists (select from notifier.deliveries where attempts > 0)")
                            .query(Boolean.class)
                            .single());
            publish(reports.deadLetters("square-rejected", State.RAISED, 1));
            assertThat(slack(2)).hasSize(2);
            await().atMost(SOON)
                    .until(() -> database.sql("select count(*) = 2 from notifier.deliveries"
                                    + " where channel = 'mail' and raised_at < now() - interval '3 seconds'")
                            .query(Boolean.class)
                            .single());
        } finally {
            MAIL.start();
        }

        List<MimeMessage> mails = mails(2);
        for (MimeMessage mail : mails) {
            assertThat(Parts.of(mail).text()).contains("Late: this came up at");
        }
        assertThat(Parts.of(mails.get(0)).text()).contains("mail could not be delivered from");
    }

    @Test
    void tells_the_end_of_a_run_by_slack_once() {
        SyncEnded run = EndedRun.partial();
        publish(run);
        publish(run);
        publish(reports.deadLetters("square-rejected", State.RAISED, 1));

        List<JsonNode> messages = slack(2);

        assertThat(messages)
                .filteredOn(message -> StrictSlack.text(message).contains("PARTIAL"))
                .singleElement()
                .satisfies(message -> assertThat(StrictSlack.text(message))
                        .contains("the token lacks INVENTORY_READ.", "What you can do:", "inventory complete up to"));
    }

    @Test
    void about_far_less_than_the_same_weekday_usually_brings_comes_and_is_over_when_it_brings_as_much()
            throws Exception {
        Instant sunday = EndedRun.REQUESTED_AT;
        for (int weeks = 5; weeks >= 1; weeks--) {
            publish(scheduled(sunday.minus(Duration.ofDays(7L * weeks)), 1_000 + weeks));
            publish(scheduled(sunday.minus(Duration.ofDays(7L * weeks + 1)), 100));
        }
        await().atMost(SOON)
                .until(() -> database.sql("select count(*) = 10 from notifier.ended_streams")
                        .query(Boolean.class)
                        .single());
        publish(scheduled(sunday, 90));

        MimeMessage mail = mails(1).get(0);
        assertThat(mail.getSubject())
                .isEqualTo("square-sync: WARNING – orders: far less than usual, 90 instead of 1,003");
        assertThat(Parts.of(mail).text()).contains("./square-sync verify --data-type orders");

        publish(scheduled(sunday.plus(Duration.ofDays(7)), 950));

        assertThat(mails(2).get(1).getSubject()).isEqualTo("square-sync: OVER – orders: as much as usual");
    }

    private static SyncEnded scheduled(Instant at, int orders) {
        return new SyncEnded(
                UUID.randomUUID(),
                RunKind.SYNC,
                RunState.COMPLETED,
                "schedule",
                at,
                at.plusSeconds(72),
                List.of(EndedRun.complete("orders", new PageCounts(0, 0, orders, 0, 0))));
    }

    private static RunExpected expected(Instant at) {
        return new RunExpected(
                DataType.of("orders"), at, "Europe/Berlin", UUID.randomUUID(), null, null, Instant.now());
    }

    private void publish(Object message) {
        String key = message instanceof SyncEnded
                ? Topology.SYNC_ENDED_KEY
                : message instanceof RunExpected ? Topology.RUN_EXPECTED_KEY : Topology.CONDITION_REPORTED_KEY;
        publisher.publish(new Outgoing(Topology.SCHEDULER_EXCHANGE, key, message));
    }

    /** As many as there are, when it is certain that there will be no more of what was said so far. */
    private List<MimeMessage> mails(int number) {
        await().atMost(SOON).until(() -> alertMails().size() >= number);
        awaitNothingLeft("mail");
        assertThat(alertMails()).extracting(AlertsTest::subject).hasSize(number);
        return alertMails();
    }

    private static List<MimeMessage> alertMails() {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail ->
                        !subject(mail).contains("PARTIAL") && !subject(mail).contains(": COMPLETED"))
                .toList();
    }

    private List<JsonNode> slack(int number) {
        await().atMost(SOON).until(() -> SLACK.messages().size() >= number);
        awaitNothingLeft("slack");
        assertThat(SLACK.messages()).hasSize(number);
        return SLACK.messages();
    }

    /** @param report counted from 1 over all reports of the test */
    private void awaitHeard(String cause, int report) {
        await().atMost(SOON)
                .until(() -> database.sql("select exists (select from notifier.heard_conditions"
                                + " where cause = :cause and heard_at = :at)")
                        .param("cause", cause)
                        .param("at", Reports.at(report).atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single());
    }

    private void awaitNothingLeft(String channel) {
        await().atMost(SOON)
                .until(() -> database.sql(
                                "select not exists (select from notifier.alerts where due_at is not null) and not exists"
                                        + " (select from notifier.deliveries where sent_at is null and channel = :channel)")
                        .param("channel", channel)
                        .query(Boolean.class)
                        .single());
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keepForLookingAt(String name, Parts parts) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), parts.html());
        Files.writeString(folder.resolve(name + ".txt"), parts.text());
    }
}
