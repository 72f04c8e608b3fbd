package dev.squaresync.writer.upkeep;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the past the mirror keeps.
 *
 * @param keepPreviousStates for so long a run can be rolled back; at least a day, because whole days are dropped
 * @param keepRecords for so long it is told what direct runs, sweeps and verifications did
 */
@Validated
@ConfigurationProperties("mirror")
record UpkeepSettings(
        @DefaultValue("35d") @NotNull @DurationMin(days = 1) Duration keepPreviousStates,
        @DefaultValue("90d") @NotNull @DurationMin(days = 1) Duration keepRecords) {}
