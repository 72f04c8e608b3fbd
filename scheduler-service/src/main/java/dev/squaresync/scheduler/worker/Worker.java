package dev.squaresync.scheduler.worker;

import java.time.Instant;

/**
 * An instance of a service.
 *
 * @param service such as {@code fetcher}
 * @param instance host and process
 * @param startedAt by its own clock
 * @param seenAt when it was last heard of; it says every 15 s that it is alive
 */
public record Worker(String service, String instance, String version, Instant startedAt, Instant seenAt) {}
