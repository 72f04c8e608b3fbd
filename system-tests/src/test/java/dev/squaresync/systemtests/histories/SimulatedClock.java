package dev.squaresync.systemtests.histories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes when a history says so. */
final class SimulatedClock extends Clock {

    private final Instant start;
    private Instant now;

    SimulatedClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void passUntil(Instant time) {
        now = time.isAfter(now) ? time : now;
    }

    Duration sinceStart() {
        return Duration.between(start, now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
