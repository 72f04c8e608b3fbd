package dev.squaresync.scheduler.watchdog;

import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.run.QuietStream;
import dev.squaresync.scheduler.run.StalledStreams;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every stream ends: one that does not move is asked for again once, and fails if that does not help. While a
 * dependency is down, it waits, but not for ever. All that it knows is in rows, so several schedulers watch as one.
 */
@Component
class Watchdog {

    /** Counted from the run's request. An outage that is longer than this needs a person, and a new run. */
    private static final Duration LONGEST_EXCUSE = Duration.ofHours(6);

    private final StalledStreams streams;
    private final DependencyReports dependencies;
    private final Wakefulness wakefulness;
    private final WatchdogSettings settings;
    private final Clock clock;

    Watchdog(
            StalledStreams streams,
            DependencyReports dependencies,
            Wakefulness wakefulness,
            WatchdogSettings settings,
            Clock clock) {
        this.streams = streams;
        this.dependencies = dependencies;
        this.wakefulness = wakefulness;
        this.settings = settings;
        this.clock = clock;
    }

    void look() {
        Instant now = clock.instant();
        Instant stalledSince = now.minus(settings.stalledAfter());
        if (wakefulness.awakeSince().isAfter(stalledSince)) {
            return;
        }
        boolean excused = dependencies
                .excusedUntil(settings.stalledAfter())
                .filter(end -> end.isAfter(now))
                .isPresent();
        streams.quiet(stalledSince).forEach(stream -> look(stream, excused, now));
    }

    private void look(QuietStream stream, boolean excused, Instant now) {
        if (excused) {
            lookAtExcused(stream, now);
            return;
        }
        Instant drivenAgainAt = stream.drivenAgainAt();
        if (drivenAgainAt == null) {
            streams.driveAgain(stream);
            return;
        }
        streams.giveUp(stream, "although it was asked for again at " + drivenAgainAt);
    }

    private void lookAtExcused(QuietStream stream, Instant now) {
        if (stream.requestedAt().plus(LONGEST_EXCUSE).isBefore(now)) {
            streams.giveUp(stream, "and what a service needs has been down");
        }
    }
}
