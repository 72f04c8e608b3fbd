package dev.squaresync.notifier.delivery;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How it is tried again to deliver.
 *
 * @param waits before the second, third, … try; the last of them before all others
 * @param lateAfter what arrives so long after it was raised says so
 * @param fallbackAfter when a channel has failed for so long, the others are asked to say it, too
 * @param giveUpAfter when it is not tried any more
 */
@ConfigurationProperties("notifier.delivery")
record DeliverySettings(
        @DefaultValue({"5s", "15s", "1m", "5m"}) List<Duration> waits,
        @DefaultValue("5m") Duration lateAfter,
        @DefaultValue("10m") Duration fallbackAfter,
        @DefaultValue("3d") Duration giveUpAfter) {

    DeliverySettings {
        if (waits.isEmpty() || waits.stream().anyMatch(wait -> wait.isNegative() || wait.isZero())) {
            throw new InvalidSetting("NOTIFIER_DELIVERY_WAITS is " + waits + ": set it to waits such as 5s,15s,1m,5m.");
        }
    }

    /** @param failures how often it has failed */
    Duration wait(int failures) {
        return waits.get(Math.min(failures, waits.size()) - 1);
    }
}
