package dev.squaresync.fetcher.token;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the access token is watched.
 *
 * @param every how often Square is asked about it
 * @param firstAfter when it is asked first after a start; by then everything is declared, and a first run is on its way
 * @param soon so long before it expires, people are told
 */
@ConfigurationProperties("square.token-check")
record TokenSettings(
        @DefaultValue("1h") Duration every,
        @DefaultValue("10s") Duration firstAfter,
        @DefaultValue("7d") Duration soon) {

    TokenSettings {
        if (every.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new InvalidSetting("SQUARE_TOKEN_CHECK_EVERY is " + every + ": set it to 1s or more, such as 1h.");
        }
        if (soon.isNegative()) {
            throw new InvalidSetting("SQUARE_TOKEN_CHECK_SOON is " + soon + ": set it to 0s or more, such as 7d.");
        }
    }
}
