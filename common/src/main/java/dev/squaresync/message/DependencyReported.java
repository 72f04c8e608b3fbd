package dev.squaresync.message;

import java.time.Instant;

/**
 * Something that a service needs is down, or back. Said at the change, and again from time to time while it is down.
 *
 * @param service such as {@code fetcher}
 * @param instance tells instances of the same service apart
 * @param dependency such as {@code Square}
 * @param since of the outage; for one that is over, when it began
 * @param detail a sentence for people; never holds a secret
 */
public record DependencyReported(
        String service,
        String instance,
        String dependency,
        boolean up,
        Instant since,
        String detail,
        Instant reportedAt) {}
