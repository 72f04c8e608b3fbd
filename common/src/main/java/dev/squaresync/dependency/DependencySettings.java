package dev.squaresync.dependency;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a dependency that is down is looked after.
 *
 * @param shortestProbe the wait before the first probe; each next one is twice as long
 * @param longestProbe the longest wait between two probes
 */
@Validated
@ConfigurationProperties("square-sync.dependency")
public record DependencySettings(
        @DefaultValue("1s") @NotNull Duration shortestProbe,
        @DefaultValue("15s") @NotNull Duration longestProbe) {}
