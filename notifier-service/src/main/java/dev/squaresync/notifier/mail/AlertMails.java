package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.delivery.Channel;
import dev.squaresync.notifier.delivery.NotDelivered;
import dev.squaresync.notifier.report.RunReport;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Alerts and the ends of runs by mail, in two forms. All mails of one matter are a thread for the readers' programs. */
@Component
final class AlertMails implements Channel {

    private final MailSettings settings;
    private final JavaMailSender server;
    private final AlertTexts texts;
    private final RunTexts runTexts;
    private final Clock clock;

    AlertMails(MailSettings settings, JavaMailSender server, AlertTexts texts, RunTexts runTexts, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.texts = texts;
        this.runTexts = runTexts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<Severity> severities() {
        return settings.alerts();
    }

    /** The ends of runs have a setting of their own. */
    @Override
    public boolean says(Alert alert) {
        if (!alert.kind().equals(Alert.RUN_ENDED)) {
            return Channel.super.says(alert);
        }
        return settings.on() == MailSettings.On.ALL || alert.severity() != Severity.REPORT;
    }

    @Override
    public String dependency() {
        return MailServer.NAME;
    }

    @Override
    public void send(Telling telling) {
        try {
            server.send(mail(telling));
        } catch (MailException | MessagingException e) {
            boolean outage = e instanceof MailException failure && MailServer.isOutage(failure);
            throw new NotDelivered(
                    "The mail server " + settings.host() + " did not take the mail: "
                            + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                    outage,
                    null,
                    e);
        }
    }

    private MimeMessage mail(Telling telling) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(
                mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(settings.recipients(telling.alert()).toArray(new InternetAddress[0]));
        parts.setSubject("square-sync: " + telling.alert().headline());
        parts.setSentDate(Date.from(clock.instant()));
        writeInto(parts, telling);
        Alert.Picture picture = telling.alert().picture();
        if (picture != null) {
            parts.addInline("picture", new ByteArrayResource(Base64.getDecoder().decode(picture.png())), "image/png");
        }
        // The same telling has the same id, so that readers fold a mail that was sent twice.
        mail.setHeader("Message-ID", id(telling.thread(), telling.number()));
        if (telling.number() > 1) {
            mail.setHeader("In-Reply-To", id(telling.thread(), 1));
            mail.setHeader("References", id(telling.thread(), 1));
        }
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private void writeInto(MimeMessageHelper parts, Telling telling) throws MessagingException {
        RunReport run = telling.alert().run();
        if (run == null) {
            parts.setText(texts.text(telling), texts.html(telling));
        } else {
            parts.setText(runTexts.text(run, telling.late()), runTexts.html(run, telling.late()));
        }
    }

    private static String id(UUID thread, int number) {
        return "<" + thread + "." + number + "@square-sync>";
    }
}
