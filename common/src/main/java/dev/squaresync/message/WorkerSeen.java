package dev.squaresync.message;

import java.time.Instant;

/**
 * An instance of a service is alive. Said again and again, so one that is lost does no harm.
 *
 * @param service such as {@code fetcher}
 * @param instance tells instances of the same service apart
 * @param version of the service
 * @param startedAt when this instance was started
 * @param at when it said so, by its own clock
 */
public record WorkerSeen(String service, String instance, String version, Instant startedAt, Instant at) {}
