package dev.squaresync.notifier.report;

import jakarta.validation.constraints.NotNull;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The shop that is told about.
 *
 * @param timeZone the zone in which all times are told
 */
@Validated
@ConfigurationProperties("shop")
public record ShopSettings(
        @NotNull(message = "SHOP_TIME_ZONE is missing: set it to the shop's time zone, such as Europe/Berlin.")
        ZoneId timeZone) {}
