package dev.squaresync.scheduler.dependency;

import java.time.Instant;

/**
 * What an instance of a service has said last about something that it needs.
 *
 * @param service such as {@code fetcher}
 * @param dependency such as {@code Square}
 * @param since when the outage began; also of one that is over
 * @param reportedAt when it was said, by the clock of the service
 * @param detail a sentence for people
 */
public record KnownDependency(
        String service,
        String instance,
        String dependency,
        State state,
        Instant since,
        Instant reportedAt,
        String detail) {

    /** UNKNOWN: it was down, and nothing has been heard of it since. */
    public enum State {
        UP,
        DOWN,
        UNKNOWN
    }
}
