package dev.squaresync.notifier.mail;

import dev.squaresync.message.SyncEnded;
import dev.squaresync.notifier.report.RunReport;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends a report as one mail in two forms, HTML and plain text. */
@Component
final class Smtp {

    private final MailSettings settings;
    private final JavaMailSender server;
    private final MailTexts texts;
    private final Clock clock;

    Smtp(MailSettings settings, JavaMailSender server, MailTexts texts, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.texts = texts;
        this.clock = clock;
    }

    /** Returns when the mail server has taken the mail over; throws {@link MailNotSent} if it has not. */
    void send(SyncEnded run, RunReport report) {
        try {
            server.send(mail(run, report));
        } catch (MailException | MessagingException e) {
            throw new MailNotSent(settings.host(), run.runId(), report.subject(), e);
        }
    }

    private MimeMessage mail(SyncEnded run, RunReport report) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(
                mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(settings.to().toArray(new InternetAddress[0]));
        parts.setSubject(report.subject());
        parts.setSentDate(Date.from(clock.instant()));
        parts.setText(texts.text(report), texts.html(report));
        // The same ending has the same id, so that readers fold a mail that was sent twice; and holiday replies stay
        // away.
        mail.setHeader("Message-ID", "<" + run.runId() + "." + run.state() + "@square-sync>");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }
}
