package dev.squaresync.scheduler.condition;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param outageTold for how long a service, or what it needs, must have been down before people are told */
@ConfigurationProperties("scheduler")
record ConditionSettings(@DefaultValue("5m") Duration outageTold) {

    ConditionSettings {
        if (outageTold.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting("SCHEDULER_OUTAGE_TOLD is " + outageTold + ": set it to 1s or more, such as 5m.");
        }
    }
}
