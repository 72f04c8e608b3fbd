package dev.squaresync.scheduler.status;

import dev.squaresync.message.Failure;
import dev.squaresync.scheduler.coverage.Gap;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a person should look at. */
@Component
class Attention {

    /** A due run starts within seconds; one that has not after this long will not by itself. */
    private static final Duration OVERDUE = Duration.ofMinutes(5);

    private final StatusSettings settings;
    private final Clock clock;

    Attention(StatusSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What is wrong with a data type, the worst only, as a sentence; null: nothing. */
    @Nullable
    String of(Standing standing) {
        if (standing.latest().isEmpty()) {
            return standing.dataType() + " has never been synced.";
        }
        StreamReport stream = standing.latest().get();
        Failure failure = stream.failure();
        if (failure != null) {
            return standing.dataType() + " was not completed by its last run: " + failure.detail();
        }
        String late = late(standing, stream);
        if (late != null) {
            return late;
        }
        return Stream.of(incomplete(standing, stream), wrong(standing), parked(standing))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A sync that succeeds does not put right what somebody has changed by hand. */
    private static @Nullable String wrong(Standing standing) {
        Verification verified = standing.verified();
        if (verified == null || verified.open() == 0) {
            return null;
        }
        return standing.dataType() + ": the mirror does not hold " + verified.open()
                + (verified.open() == 1 ? " object" : " objects") + " as Square has "
                + (verified.open() == 1 ? "it" : "them") + ", as run " + verified.runId()
                + " has found: its page names them, and can repair them.";
    }

    private static @Nullable String parked(Standing standing) {
        int parked = standing.success().map(stream -> stream.counts().parked()).orElse(0);
        if (parked == 0) {
            return null;
        }
        return standing.dataType() + ": " + parked + (parked == 1 ? " object" : " objects")
                + " of the last run could not be stored as Square sent " + (parked == 1 ? "it" : "them")
                + ": see square.parked_objects.";
    }

    private @Nullable String late(Standing standing, StreamReport stream) {
        Schedule schedule = standing.schedule();
        if (!schedule.paused() && isOlderThan(schedule.nextDueAt(), OVERDUE)) {
            return schedule.dataType() + " was due at " + schedule.nextDueAt() + " and has not started.";
        }
        if (stream.endedAt() == null && isOlderThan(stream.to(), settings.streamLimit())) {
            return schedule.dataType() + " has been syncing since " + stream.to() + " and has not ended: see run "
                    + stream.runId() + ".";
        }
        SkippedFiring skipped = standing.skipped();
        Instant lastSuccess = standing.lastSuccess();
        if (skipped != null && (lastSuccess == null || skipped.recordedAt().isAfter(lastSuccess))) {
            return schedule.dataType() + " was due at " + skipped.dueAt() + " and was skipped: " + skipped.reason();
        }
        return null;
    }

    private @Nullable String incomplete(Standing standing, StreamReport stream) {
        Gap gap = standing.gap();
        if (gap != null) {
            return standing.dataType() + " is not proven from " + (gap.from() == null ? "its beginning" : gap.from())
                    + " to " + gap.to() + ", because a run was rolled back: the next scheduled run reads it again.";
        }
        Instant provenUpTo = standing.provenUpTo();
        if (provenUpTo == null) {
            return stream.endedAt() == null
                    ? null
                    : "The history of " + standing.dataType() + " is not proven to be whole: ask for a full sync once.";
        }
        // One run may fail or be late without anybody having to get up; then the next must have succeeded.
        if (!isOlderThan(provenUpTo, standing.schedule().longestWaitForTwo())) {
            return null;
        }
        return standing.schedule().paused()
                ? standing.dataType() + " is paused and complete only up to " + provenUpTo + "."
                : standing.dataType() + " is complete only up to " + provenUpTo
                        + ", which is more than two runs of its schedule ago.";
    }

    private boolean isOlderThan(Instant time, Duration age) {
        return time.plus(age).isBefore(clock.instant());
    }
}
