package dev.squaresync.writer.command;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the mirror does by itself.
 *
 * @param largestSweep the percentage of a data type's objects that may be missing from a full listing and are believed to be
 *     deleted
 */
@Validated
@ConfigurationProperties("mirror")
record CommandSettings(@DefaultValue("20") @Min(0) @Max(100) int largestSweep) {}
