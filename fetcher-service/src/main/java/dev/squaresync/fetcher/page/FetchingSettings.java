package dev.squaresync.fetcher.page;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How pages are fetched.
 *
 * @param consumers how many pages are fetched side by side
 * @param mostScans how often one partition may start again because its cursor expired, the first start included
 * @param largestMessage a larger page is split; RabbitMQ 4 takes 16 MiB by default
 */
@Validated
@ConfigurationProperties("fetcher")
record FetchingSettings(
        @DefaultValue("4") @Positive int consumers,
        @DefaultValue("5") @Positive int mostScans,
        @DefaultValue("12MB") @NotNull DataSize largestMessage) {}
