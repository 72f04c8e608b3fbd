package dev.squaresync.scheduler.status;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param streamLimit how long a stream may be active before the status calls for attention */
@ConfigurationProperties("scheduler")
record StatusSettings(@DefaultValue("1h") Duration streamLimit) {

    StatusSettings {
        if (streamLimit.isNegative() || streamLimit.isZero()) {
            throw new InvalidSetting(
                    "SCHEDULER_STREAM_LIMIT is " + streamLimit + ": set it to more than 0s, such as 1h.");
        }
    }
}
