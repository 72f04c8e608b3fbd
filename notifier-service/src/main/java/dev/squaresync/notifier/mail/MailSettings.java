package dev.squaresync.notifier.mail;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Severity;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who is told by mail, and of what.
 *
 * @param host the mail server, named here too so that its absence is told before anything is connected to
 * @param on which ends of runs are told
 * @param alerts which alerts are told, by how much they matter
 * @param routes who is told instead of {@code to}, by the kind of the alert or by how much it matters
 */
@Validated
@ConfigurationProperties("notifier.mail")
public record MailSettings(
        @NotBlank(message = "SPRING_MAIL_HOST is missing: set it to the name of the mail server.")
        String host,

        @NotNull(message = "NOTIFIER_MAIL_FROM is missing: set it to the address that mails come from.")
        InternetAddress from,

        @NotEmpty(
                message =
                        "NOTIFIER_MAIL_TO is missing: set it to the addresses that mails go to, with commas between them.")
        List<InternetAddress> to,

        @DefaultValue("all") @NotNull On on,

        @DefaultValue({"failure", "warning", "recovery", "report"}) @NotNull
        Set<Severity> alerts,

        @DefaultValue @NotNull Map<String, List<InternetAddress>> routes) {

    public MailSettings {
        // Tells a route that leads nowhere before anything is connected to.
        new MailRoutes(routes);
    }

    /** Which ends of runs are told: all of them, or only those that are not COMPLETED. */
    public enum On {
        ALL,
        PROBLEMS
    }

    List<InternetAddress> recipients(Alert alert) {
        return new MailRoutes(routes).of(alert).orElse(to);
    }
}
