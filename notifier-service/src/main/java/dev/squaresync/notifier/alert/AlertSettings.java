package dev.squaresync.notifier.alert;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When something is told.
 *
 * @param settle for how long nothing more must have come of a cause before it is told for the first time
 * @param longestSettle after which it is told although more comes
 * @param digestEvery how often at most the same cause is told again, and only if something has changed
 * @param mostAnHour how many alerts at most are told one by one; the others come as one digest
 * @param failuresEvery how often at most there is a digest while a failure is in it; {@code digestEvery} if none is
 * @param quietHours such as {@code 22:00-06:30} in the shop's time: warnings and reports wait, failures never; empty: none
 */
@ConfigurationProperties("notifier.alerts")
public record AlertSettings(
        @DefaultValue("5s") Duration settle,
        @DefaultValue("90s") Duration longestSettle,
        @DefaultValue("15m") Duration digestEvery,
        @DefaultValue("20") int mostAnHour,
        @DefaultValue("2m") Duration failuresEvery,
        @DefaultValue("") QuietHours quietHours) {

    public AlertSettings {
        if (mostAnHour < 1) {
            throw new InvalidSetting(
                    "NOTIFIER_ALERTS_MOST_AN_HOUR is " + mostAnHour + ": set it to 1 or more, such as 20.");
        }
        if (settle.isNegative() || longestSettle.compareTo(settle) < 0) {
            throw new InvalidSetting("NOTIFIER_ALERTS_LONGEST_SETTLE is " + longestSettle + ": set it to " + settle
                    + " (NOTIFIER_ALERTS_SETTLE) or more.");
        }
        if (digestEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting(
                    "NOTIFIER_ALERTS_DIGEST_EVERY is " + digestEvery + ": set it to 1s or more, such as 15m.");
        }
    }
}
