package dev.squaresync.notifier.slack;

import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.settings.InvalidSetting;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told by Slack, and of what.
 *
 * @param webhook the address of an incoming webhook, which is a secret; empty: nobody is told by Slack
 * @param alerts which alerts are told, by how much they matter
 * @param timeout for one try, from its start to its end
 */
@ConfigurationProperties("notifier.slack")
record SlackSettings(
        @DefaultValue("") String webhook,

        @DefaultValue({"failure", "warning", "recovery", "report"})
        Set<Severity> alerts,

        @DefaultValue("10s") Duration timeout) {

    SlackSettings {
        if (!webhook.isBlank() && !isAddress(webhook)) {
            throw new InvalidSetting(
                    "NOTIFIER_SLACK_WEBHOOK is no address: set it to the one that Slack has given, such as"
                            + " https://hooks.slack.com/services/…, or leave it out.");
        }
    }

    boolean isOn() {
        return !webhook.isBlank();
    }

    /** Without the secret, which is the address itself. */
    @Override
    public String toString() {
        return "SlackSettings[on=" + isOn() + ", alerts=" + alerts + ", timeout=" + timeout + "]";
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
