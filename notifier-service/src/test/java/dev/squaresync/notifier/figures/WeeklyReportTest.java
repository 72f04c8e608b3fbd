package dev.squaresync.notifier.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.squaresync.localstack.postgres.DatabaseRole;
import dev.squaresync.localstack.process.FreePorts;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.EndedRun;
import dev.squaresync.notifier.NotifierApplication;
import dev.squaresync.testsupport.TestBroker;
import dev.squaresync.testsupport.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** It is Monday, 30 November 2026, just after eight in Berlin. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        classes = {NotifierApplication.class, WeeklyReportTest.MondayMorning.class})
@DirtiesContext
class WeeklyReportTest {

    private static final Instant NOW = Instant.parse("2026-11-30T07:00:01Z");
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(FreePorts.take(1).get(0), "127.0.0.1", "smtp"));

    @Autowired
    private RunFigures figures;

    @Autowired
    private WeeklyReport report;

    @TestConfiguration
    static class MondayMorning {

        @Bean
        @Primary
        Clock mondayMorning() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
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
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("notifier.mail.from", () -> "sync@shop.example");
        registry.add("notifier.mail.to", () -> "admin@shop.example");
        registry.add("notifier.look-for-weekly-report-every", () -> "1d");
        registry.add("shop.time-zone", () -> "Europe/Berlin");
        registry.add("scheduler.url", () -> "http://localhost:8080");
    }

    @AfterAll
    static void close() {
        MAIL.stop();
    }

    @Test
    void the_week_before_is_told_once_with_a_picture() throws Exception {
        Instant monday = Instant.parse("2026-11-23T01:00:00Z");
        for (int day = 0; day < 7; day++) {
            figures.ended(ended(
                    monday.plus(Duration.ofDays(day)),
                    day == 3 ? RunState.FAILED : RunState.COMPLETED,
                    1_000 + 100 * day));
        }
        figures.ended(ended(monday.plus(Duration.ofDays(7)), RunState.COMPLETED, 5));

        report.look();
        report.look();

        await().atMost(Duration.ofMinutes(1)).until(() -> MAIL.getReceivedMessages().length > 0);
        report.look();
        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("square-sync: Week 48 – 7 syncs, 1 not complete, 7,800 objects");
        String whole = GreenMailUtil.getWholeMessage(mail);
        assertThat(whole).contains("Content-ID: <picture>", "image/png", "cid:picture");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        Files.writeString(
                Files.createDirectories(Path.of("target", "mails")).resolve("weekly.eml"),
                whole,
                StandardCharsets.UTF_8);
    }

    private static SyncEnded ended(Instant at, RunState state, int orders) {
        return new SyncEnded(
                UUID.randomUUID(),
                RunKind.SYNC,
                state,
                "schedule",
                at,
                at.plusSeconds(72),
                List.of(
                        state == RunState.COMPLETED
                                ? EndedRun.complete("orders", new PageCounts(0, 0, orders, 0, 0))
                                : EndedRun.failed("orders", null, EndedRun.REFUSED_TOKEN)));
    }
}
