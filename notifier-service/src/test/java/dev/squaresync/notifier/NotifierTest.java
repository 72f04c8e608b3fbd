package dev.squaresync.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.message.Failure;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service, from the scheduler's message to the mail in the mail server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class NotifierTest {

    private static final Duration SOON = Duration.ofMinutes(1);

    private static final GreenMail MAIL_SERVER = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry registry) {
        MAIL_SERVER.start();
        TestDatabase.Credentials database = TestDatabase.fresh().as(DatabaseRole.NOTIFIER);
        TestBroker broker = TestBroker.freshVirtualHost();
        registry.add("spring.datasource.url", database::url);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
        registry.add("spring.rabbitmq.host", broker::host);
        registry.add("spring.rabbitmq.port", broker::port);
        registry.add("spring.rabbitmq.username", broker::username);
        registry.add("spring.rabbitmq.password", broker::password);
        registry.add("spring.rabbitmq.virtual-host", broker::virtualHost);
        registry.add("square-sync.retry.waits", () -> "300ms,600ms,1200ms,30s");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL_SERVER.getSmtp().getPort());
        registry.add("notifier.mail.from", () -> "square-sync <sync@shop.example>");
        registry.add("notifier.mail.to", () -> "admin@shop.example,oncall@shop.example");
        registry.add("shop.time-zone", () -> "Europe/Berlin");
        registry.add("notifier.look-for-weekly-report-every", () -> "1d");
        registry.add("scheduler.url", () -> "http://localhost:8080");
    }

    @Autowired
    private ConfirmedPublisher publisher;

    @Autowired
    private JdbcClient database;

    @Autowired
    private JavaMailSenderImpl sender;

    @BeforeEach
    void emptyMailServer() throws Exception {
        MAIL_SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stopMailServer() {
        MAIL_SERVER.stop();
    }

    @Test
    void a_complete_run_is_told_to_every_recipient_in_both_forms() throws Exception {
        SyncEnded run = EndedRun.completed();

        MimeMessage mail = told(run);

        assertThat(mail.getSubject()).isEqualTo("square-sync: COMPLETED – 5 data types, 30,391 orders, 1 min 12 s");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("admin@shop.example", "oncall@shop.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("square-sync <sync@shop.example>");
        for (String part : bothParts(mail)) {
            assertThat(part)
                    .contains("All 5 data types went through completely.")
                    .contains(
                            "All data types complete up to Sun 22 Nov 2026, 01:55; sales and changes after that are not in yet.")
                    .contains("Sun 15 Nov 2026, 02:00 to Sun 22 Nov 2026, 02:00")
                    .contains("30,000", "300", "91", "25,017", "1 min 1 s", "498")
                    .contains("Europe/Berlin")
                    .contains("http://localhost:8080/runs/" + run.runId())
                    .doesNotContain("went wrong");
        }
    }

    @Test
    void the_text_form_holds_an_aligned_table() throws Exception {
        String text = parts(told(EndedRun.completed())).text();

        assertThat(text.lines())
                .contains(
                        "data type   state      inserted  updated  unchanged  deleted  parked   duration  rows/s",
                        "orders      COMPLETED    30,000      300         91        0       0  1 min 1 s     498");
    }

    @Test
    void a_partial_run_says_what_is_missing_and_what_to_do() throws Exception {
        MimeMessage mail = told(EndedRun.partial());

        assertThat(mail.getSubject()).startsWith("square-sync: PARTIAL – inventory: ");
        for (String part : bothParts(mail)) {
            assertThat(part)
                    .contains("orders and locations went through completely; inventory did not.")
                    .contains("inventory complete up to Sat 21 Nov 2026, 01:55; changes after that are not in yet.")
                    .contains("the token lacks INVENTORY_READ.")
                    .contains("square-forbidden, tried once")
                    .contains("./square-sync sync --data-type inventory");
        }
    }

    @Test
    void a_failed_run_says_that_nothing_is_lost() throws Exception {
        MimeMessage mail = told(EndedRun.failed());

        assertThat(mail.getSubject())
                .isEqualTo("square-sync: FAILED – orders, categories: Square refused the token (401)");
        for (String part : bothParts(mail)) {
            assertThat(part)
                    .contains("None of the 2 data types went through: orders and categories.")
                    .contains("categories: nothing is proven complete yet.")
                    .contains("so nothing is lost.")
                    .contains("SQUARE_ACCESS_TOKEN");
        }
    }

    @Test
    void a_cancelled_run_says_how_far_it_came() throws Exception {
        MimeMessage mail = told(EndedRun.cancelled());

        assertThat(mail.getSubject())
                .isEqualTo("square-sync: CANCELLED – locations, orders, 1 of 2 data types complete");
        for (String part : bothParts(mail)) {
            assertThat(part)
                    .contains("The run was cancelled; locations had gone through before.")
                    .contains("3,500");
        }
    }

    @Test
    void names_and_details_from_outside_are_inert() throws Exception {
        String hostile = "<img src=x onerror=alert(1)> ${7*7} [(${7*7})] & \"q\"\r\nBcc: thief@example.org";
        SyncEnded run = EndedRun.requestedBy(
                hostile,
                EndedRun.run(
                        RunState.FAILED, EndedRun.failed("orders", null, new Failure("square-rejected", hostile, 1))));

        MimeMessage mail = told(run);
        Parts parts = parts(mail);

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(2);
        assertThat(parts.html())
                .contains("&lt;img src=x onerror=alert(1)&gt; ${7*7} [(${7*7})] &amp; &quot;q&quot; Bcc: thief")
                .doesNotContain("<img");
        assertThat(parts.text())
                .contains("<img src=x onerror=alert(1)> ${7*7} [(${7*7})] & \"q\" Bcc: thief@example.org")
                .doesNotContainPattern("(?m)^Bcc:");
    }

    @Test
    void a_message_that_arrives_twice_is_told_once() throws Exception {
        SyncEnded twice = EndedRun.completed();
        publish(twice);
        publish(twice);
        publish(EndedRun.cancelled());

        await().atMost(SOON)
                .until(() -> subjects().stream()
                                .filter(subject -> subject.contains("CANCELLED"))
                                .count()
                        == 2);

        assertThat(subjects())
                .filteredOn(subject -> subject.contains("COMPLETED"))
                .hasSize(2);
        assertThat(remembered(twice)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "PARTIAL"})
    void a_run_that_heals_is_told_as_recovered_exactly_once(RunState before) throws Exception {
        SyncEnded broken = before == RunState.FAILED ? EndedRun.failed() : EndedRun.partial();
        SyncEnded healed = healed(broken);

        publish(broken);
        publish(healed);
        publish(broken);
        publish(healed);
        told(EndedRun.cancelled());

        assertThat(subjects())
                .filteredOn(subject -> !subject.contains("CANCELLED"))
                .hasSize(4)
                .filteredOn(subject -> subject.startsWith("square-sync: Recovered: COMPLETED – 5 data types"))
                .hasSize(2);
        assertThat(remembered(broken)).isEqualTo(2);
    }

    @Test
    void a_recovered_run_says_so_in_both_forms() throws Exception {
        SyncEnded broken = EndedRun.failed();
        MimeMessage first = told(broken);
        MAIL_SERVER.purgeEmailFromAllMailboxes();

        MimeMessage second = told(healed(broken));

        assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
        for (String part : bothParts(second)) {
            assertThat(part)
                    .contains(
                            "What was missing of this run has come in since. All 5 data types went through completely.");
        }
    }

    @Test
    void a_run_that_has_healed_before_its_failure_was_told_is_told_as_it_is_now() throws Exception {
        SyncEnded broken = EndedRun.partial();

        publish(healed(broken));
        publish(broken);
        told(EndedRun.cancelled());

        assertThat(subjects())
                .filteredOn(subject -> !subject.contains("CANCELLED"))
                .hasSize(2)
                .allMatch(subject -> subject.startsWith("square-sync: COMPLETED"));
    }

    private static SyncEnded healed(SyncEnded run) {
        return new SyncEnded(
                run.runId(),
                run.kind(),
                RunState.COMPLETED,
                run.requestedBy(),
                run.requestedAt(),
                run.endedAt(),
                EndedRun.completed().streams());
    }

    @Test
    void a_mail_waits_until_the_mail_server_is_back(CapturedOutput log) {
        SyncEnded run = EndedRun.partial();
        MAIL_SERVER.stop();
        try {
            publish(run);
            await().atMost(SOON).until(() -> log.getOut().contains("did not take the mail"));
            assertThat(remembered(run)).isZero();
        } finally {
            MAIL_SERVER.start();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(subjects()).hasSize(2));
        assertThat(remembered(run)).isEqualTo(1);
    }

    @Test
    void every_wait_for_the_mail_server_has_an_end() {
        Properties settings = sender.getJavaMailProperties();

        assertThat(List.of("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout"))
                .extracting(settings::getProperty)
                .containsOnly("10000");
    }

    private MimeMessage told(SyncEnded run) throws Exception {
        publish(run);
        await().atMost(SOON)
                .until(() -> subjects().stream()
                                .filter(subject -> subject.contains(run.state().name()))
                                .count()
                        == 2);
        MimeMessage mail = MAIL_SERVER.getReceivedMessages()[0];
        keepForLookingAt(run.state().name().toLowerCase(Locale.ROOT), parts(mail));
        return mail;
    }

    private void publish(SyncEnded run) {
        publisher.publish(new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.SYNC_ENDED_KEY, run));
    }

    private long remembered(SyncEnded run) {
        return database.sql("select count(*) from notifier.deliveries where thread = ? and sent_at is not null")
                .param(run.runId())
                .query(Long.class)
                .single();
    }

    private static List<String> subjects() {
        return Arrays.stream(MAIL_SERVER.getReceivedMessages())
                .map(NotifierTest::subject)
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> bothParts(MimeMessage mail) throws Exception {
        Parts parts = parts(mail);
        return List.of(parts.text(), parts.html());
    }

    private static Parts parts(MimeMessage mail) throws Exception {
        return Parts.of(mail);
    }

    private static void keepForLookingAt(String name, Parts parts) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), parts.html());
        Files.writeString(folder.resolve(name + ".txt"), parts.text());
    }

    private static int freePort() {
        return dev.squaresync.localstack.process.FreePorts.take(1).get(0);
    }
}
