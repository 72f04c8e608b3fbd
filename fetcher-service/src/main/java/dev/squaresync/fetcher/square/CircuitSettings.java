package dev.squaresync.fetcher.square;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When Square counts as down.
 *
 * @param window how many of the last requests are looked at; the default is about two seconds of a busy fetcher
 * @param minimumCalls how many there must be before they say anything. More than the tries of one page, so that a page that
 *     fails alone still uses up its attempts; fewer than its tries on the whole retry ladder, so that a page that is the only
 *     one does not die of an outage.
 * @param failingPercent how many in a hundred of them must have failed
 * @param openFor for how long nothing is asked then
 */
@Validated
@ConfigurationProperties("square.circuit")
record CircuitSettings(
        @DefaultValue("16") @Positive int window,
        @DefaultValue("8") @Positive int minimumCalls,
        @DefaultValue("50") @Positive @Max(100) int failingPercent,
        @DefaultValue("2s") @NotNull Duration openFor) {}
