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
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** It is night, two alerts an hour are enough, and Slack is there only in case that the mail fails. */
@DisplayName("People are left alone")
@SpringBootTest(
        classes = {NotifierApplication.class, CalmTest.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class CalmTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
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
        LocalTime now = LocalTime.now(BERLIN).truncatedTo(ChronoUnit.MINUTES);
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
        registry.add("notifier.mail.routes.tokenrefused", () -> "owner@shop.example");
        registry.add("notifier.slack.webhook", SLACK::webhook);
        registry.add("notifier.slack.alerts", () -> "recovery");
        registry.add("notifier.alerts.settle", () -> "500ms");
        registry.add("notifier.alerts.digest-every", () -> "30m");
        registry.add("notifier.alerts.failures-every", () -> "1s");
        registry.add("notifier.alerts.most-an-hour", () -> "2");
        registry.add("notifier.alerts.quiet-hours", () -> now.minusHours(1) + "-" + now.plusHours(1));
        registry.add("notifier.delivery.waits", () -> "200ms");
        registry.add("notifier.delivery.fallback-after", () -> "1s");
        registry.add("shop.time-zone", BERLIN::getId);
        registry.add("notifier.look-for-weekly-report-every", () -> "1d");
        registry.add("scheduler.url", () -> "http://localhost:8080");
    }

    @BeforeEach
    void nothing_is_told_yet() throws Exception {
        database.sql("truncate notifier.alerts, notifier.deliveries, notifier.heard_conditions")
                .update();
        MAIL.purgeEmailFromAllMailboxes();
        SLACK.messages().clear();
    }

    @AfterAll
    static void close() {
        MAIL.stop();
        SLACK.close();
    }

    @Test
    void at_night_warnings_wait_for_the_morning_and_failures_do_not() {
        publish(reports.of(ConditionKind.COVERAGE_GAP, "orders", State.RAISED, 1, "A warning."));
        publish(reports.deadLetters("square-rejected", State.RAISED, 1));

        await().atMost(SOON).until(() -> subjects().size() == 1);
        await().atMost(SOON)
                .until(() -> database.sql("select due_at > now() + interval '30 minutes' from notifier.alerts"
                                + " where kind = 'coverage-gap'")
                        .query(Boolean.class)
                        .single());

        assertThat(subjects()).singleElement().asString().contains("1 dead letter: square-rejected");
    }

    @Test
    void of_more_than_enough_alerts_the_rest_comes_as_one_that_names_them() throws Exception {
        clock.stopWhile(() -> {
            for (String code : List.of("a", "b", "c", "d", "e")) {
                publish(reports.deadLetters(code, State.RAISED, 1));
            }
            await().atMost(SOON)
                    .until(() -> database.sql("select count(*) = 5 from notifier.alerts")
                            .query(Boolean.class)
                            .single());
        });

        await().atMost(SOON).until(() -> subjects().size() == 3);

        StringBuilder said = new StringBuilder();
        for (MimeMessage mail : MAIL.getReceivedMessages()) {
            said.append(mail.getSubject()).append(Parts.of(mail).text());
        }
        assertThat(said).contains("letter: a", "letter: b", "letter: c", "letter: d", "letter: e");
        assertThat(subjects())
                .filteredOn(subject -> subject.contains("3 more alerts"))
                .hasSize(1);
    }

    @Test
    void a_test_of_the_channels_comes_however_much_has_been_said() {
        clock.stopWhile(() -> {
            for (String code : List.of("a", "b", "c", "d")) {
                publish(reports.deadLetters(code, State.RAISED, 1));
            }
            publish(reports.of(ConditionKind.TEST, "anna", State.RAISED, 1, "Asked for by anna."));
            await().atMost(SOON)
                    .until(() -> database.sql("select count(*) = 5 from notifier.alerts")
                            .query(Boolean.class)
                            .single());
        });

        await().atMost(SOON).until(() -> subjects().stream().anyMatch(subject -> subject.contains("a test of all")));
    }

    @Test
    void what_is_not_theirs_goes_to_others_with_its_end() throws Exception {
        publish(reports.of(ConditionKind.TOKEN_REFUSED, "token", State.RAISED, 1, "Square refuses the token."));
        await().atMost(SOON).until(() -> subjects().size() == 1);
        publish(reports.of(ConditionKind.TOKEN_REFUSED, "token", State.CLEARED, 1, "It is over."));
        await().atMost(SOON).until(() -> subjects().size() == 2);

        for (MimeMessage mail : MAIL.getReceivedMessages()) {
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("owner@shop.example");
        }
    }

    @Test
    void slack_says_what_the_mail_could_not_for_some_time() {
        MAIL.stop();
        try {
            publish(reports.deadLetters("square-rejected", State.RAISED, 1));

            await().atMost(SOON).until(() -> SLACK.messages().size() == 1);
        } finally {
            MAIL.start();
        }

        assertThat(StrictSlack.text(SLACK.messages().get(0))).contains("1 dead letter: square-rejected");
        await().atMost(SOON).until(() -> subjects().size() == 1);
    }

    private void publish(ConditionReported report) {
        publisher.publish(new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.CONDITION_REPORTED_KEY, report));
    }

    private static List<String> subjects() {
        return Arrays.stream(MAIL.getReceivedMessages()).map(CalmTest::subject).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
