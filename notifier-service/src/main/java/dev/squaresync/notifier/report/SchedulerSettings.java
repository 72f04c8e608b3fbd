package dev.squaresync.notifier.report;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where runs can be looked at.
 *
 * @param url the scheduler's address as the reader of a report reaches it
 */
@Validated
@ConfigurationProperties("scheduler")
public record SchedulerSettings(
        @NotNull(
                message = "SCHEDULER_URL is missing: set it to the scheduler's address, such as http://localhost:8080.")
        URI url) {}
