package dev.squaresync.scheduler.schedule;

import dev.squaresync.settings.InvalidSetting;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param shopTimeZone IANA name of the zone in which the shop's days begin; schedules take it over at the first start and keep
 *     theirs afterwards
 */
@ConfigurationProperties("scheduler")
public record ScheduleSettings(@DefaultValue("") String shopTimeZone) {

    public ScheduleSettings {
        if (shopTimeZone.isBlank()) {
            throw new InvalidSetting(
                    "SHOP_TIME_ZONE is not set: set it to the shop's IANA time zone, such as Europe/Berlin.");
        }
        try {
            ZoneId.of(shopTimeZone);
        } catch (DateTimeException e) {
            throw new InvalidSetting("SHOP_TIME_ZONE is '" + shopTimeZone
                    + "', which is no time zone: set it to an IANA name, such as Europe/Berlin.");
        }
    }

    public ZoneId zone() {
        return ZoneId.of(shopTimeZone);
    }
}
