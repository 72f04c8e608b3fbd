package dev.squaresync.scheduler.watchdog;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param stalledAfter how long a stream may go without a movement before it is asked for again, and then before it fails */
@ConfigurationProperties("scheduler")
record WatchdogSettings(@DefaultValue("20m") Duration stalledAfter) {

    WatchdogSettings {
        if (stalledAfter.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting(
                    "SCHEDULER_STALLED_AFTER is " + stalledAfter + ": set it to 1s or more, such as 20m.");
        }
    }
}
