package dev.squaresync.dependency;

import java.time.Instant;

/**
 * A dependency that is down.
 *
 * @param detail how that was noticed, a sentence for people
 * @param pausesConsumers whether the service's messages wait until it is over
 */
public record Outage(String dependency, Instant since, String detail, boolean pausesConsumers) {}
