package dev.squaresync.scheduler.schedule;

import dev.squaresync.settings.InvalidSetting;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the mirror is compared with Square by itself.
 *
 * @param verifyAt the shop's time of day, such as {@code 03:00}; {@code off}: never
 */
@ConfigurationProperties("scheduler")
record VerificationSettings(@DefaultValue("03:00") String verifyAt) {

    private static final String NEVER = "off";

    VerificationSettings {
        if (!verifyAt.equals(NEVER)) {
            parse(verifyAt);
        }
    }

    /** Null: never. */
    @Nullable
    LocalTime time() {
        return verifyAt.equals(NEVER) ? null : parse(verifyAt);
    }

    private static LocalTime parse(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidSetting("SCHEDULER_VERIFY_AT is '" + text
                    + "', which is no time of day: set it to one, such as 03:00, or to off.");
        }
    }
}
