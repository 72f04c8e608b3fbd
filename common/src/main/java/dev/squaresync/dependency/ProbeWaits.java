package dev.squaresync.dependency;

import java.time.Duration;
import java.time.Instant;

/** How long to wait before the next probe: longer and longer, and not short again if the last recovery did not last. */
final class ProbeWaits {

    private static final Duration LASTING = Duration.ofMinutes(1);

    private final Duration shortest;
    private final Duration longest;
    private Duration next;
    private Instant recovered = Instant.MIN;

    ProbeWaits(Duration shortest, Duration longest) {
        this.shortest = shortest;
        this.longest = longest;
        this.next = shortest;
    }

    void beganAt(Instant now) {
        if (recovered.isBefore(now.minus(LASTING))) {
            next = shortest;
        }
    }

    void recoveredAt(Instant now) {
        recovered = now;
    }

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) < 0 ? doubled : longest;
        return wait;
    }
}
