package dev.squaresync.notifier.report;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What reports need to know.
 *
 * @param timeZone the shop's zone, in which all times are told
 * @param schedulerUrl the scheduler's address as the reader reaches it, for links
 */
@Validated
@ConfigurationProperties("notifier.report")
public record ReportSettings(
        @NotNull(
                message =
                        "SHOP_TIME_ZONE is missing: set it to the shop's time zone, such as Europe/Berlin or America/New_York.")
        ZoneId timeZone,

        @NotNull(
                message =
                        "SCHEDULER_URL is missing: set it to the scheduler's address, such as http://localhost:8080, so that mails can link to the run.")
        URI schedulerUrl) {}
