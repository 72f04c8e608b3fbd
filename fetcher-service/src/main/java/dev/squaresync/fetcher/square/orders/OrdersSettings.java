package dev.squaresync.fetcher.square.orders;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How orders are read.
 *
 * @param slice the time that one partition covers; longer if there would be too many partitions
 * @param mostPartitions of one stream, all groups of locations together
 * @param pageSize orders in a page; Square takes 1000 at most
 * @param historyStart before the first order that Square can hold; the company was founded in 2009
 */
@Validated
@ConfigurationProperties("square.orders")
record OrdersSettings(
        @DefaultValue("30d") @NotNull Duration slice,
        @DefaultValue("48") @Positive int mostPartitions,
        @DefaultValue("500") @Min(1) @Max(1000) int pageSize,
        @DefaultValue("2009-01-01T00:00:00Z") @NotNull Instant historyStart) {}
