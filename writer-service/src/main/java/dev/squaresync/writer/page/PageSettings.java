package dev.squaresync.writer.page;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How pages are taken from the broker.
 *
 * @param consumers how many pages are written at once; each needs a database connection
 * @param prefetch how many pages wait in memory for each consumer; a page is some megabytes
 */
@Validated
@ConfigurationProperties("square-sync.pages")
record PageSettings(
        @DefaultValue("2") @Min(1) int consumers,
        @DefaultValue("2") @Min(1) int prefetch) {}
