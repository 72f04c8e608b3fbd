package dev.squaresync.writer.mirror;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the mirror waits for PostgreSQL.
 *
 * @param statementTimeout the longest a statement may take; a page of 1000 orders takes a fraction of a second
 * @param lockTimeout the longest to wait for a row that another transaction holds
 */
@Validated
@ConfigurationProperties("square-sync.mirror")
public record MirrorSettings(
        @DefaultValue("60s") @NotNull Duration statementTimeout,
        @DefaultValue("10s") @NotNull Duration lockTimeout) {}
