package dev.squaresync.scheduler.desk.system;

import dev.squaresync.scheduler.worker.Worker;
import java.time.Duration;
import java.time.Instant;

/**
 * A worker and whether it lives.
 *
 * @param state {@code up}, or {@code late}: it should have been heard of since
 */
public record WorkerLine(Worker worker, String state) {

    /** Four heartbeats. */
    private static final Duration LATE = Duration.ofMinutes(1);

    static WorkerLine of(Worker worker, Instant now) {
        return new WorkerLine(worker, worker.seenAt().isBefore(now.minus(LATE)) ? "late" : "up");
    }
}
