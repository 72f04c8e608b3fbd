package dev.squaresync.scheduler.coverage;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param overlap how much the end of a window is distrusted: Square may show a change some time after the change's own time, so
 *     that much is read again by the next run
 */
@ConfigurationProperties("scheduler")
record CoverageSettings(@DefaultValue("5m") Duration overlap) {

    CoverageSettings {
        if (overlap.isNegative() || overlap.compareTo(Duration.ofHours(1)) > 0) {
            throw new InvalidSetting("SCHEDULER_OVERLAP is " + overlap + ": set it between 0s and 1h.");
        }
    }
}
