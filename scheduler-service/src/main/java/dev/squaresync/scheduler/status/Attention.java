package dev.squaresync.scheduler.status;

import dev.squaresync.message.Failure;
import dev.squaresync.scheduler.coverage.Gap;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import dev.squaresync.scheduler.status.Matter.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    /** What is wrong with a data type, the worst first. After a run that failed, nearly everything else follows from that. */
    List<Matter> of(Standing standing) {
        if (standing.latest().isEmpty()) {
            return List.of(new Matter(Kind.NEVER_SYNCED, standing.dataType() + " has never been synced."));
        }
        StreamReport stream = standing.latest().get();
        Failure failure = stream.failure();
        if (failure != null) {
            Matter failed = new Matter(
                    Kind.FAILED, standing.dataType() + " was not completed by its last run: " + failure.detail());
            return Stream.concat(
                            Stream.of(failed),
                            Stream.ofNullable(incomplete(standing, stream))
                                    .filter(matter -> matter.kind() != Kind.UNPROVEN))
                    .toList();
        }
        return Stream.of(late(standing, stream), incomplete(standing, stream), wrong(standing), parked(standing))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A sync that succeeds does not put right what somebody has changed by hand. */
    private static @Nullable Matter wrong(Standing standing) {
        Verification verified = standing.verified();
        if (verified == null || verified.open() == 0) {
            return null;
        }
        String text = standing.dataType() + ": the mirror does not hold " + verified.open()
                + (verified.open() == 1 ? " object" : " objects") + " as Square has "
                + (verified.open() == 1 ? "it" : "them") + ", as run " + verified.runId()
                + " has found: its page names them, and can repair them.";
        return new Matter(Kind.FINDINGS, text);
    }

    private static @Nullable Matter parked(Standing standing) {
        int parked = standing.success().map(stream -> stream.counts().parked()).orElse(0);
        if (parked == 0) {
            return null;
        }
        String text = standing.dataType() + ": " + parked + (parked == 1 ? " object" : " objects")
                + " of the last run could not be stored as Square sent " + (parked == 1 ? "it" : "them")
                + ": see square.parked_objects.";
        return new Matter(Kind.PARKED, text);
    }

    private @Nullable Matter late(Standing standing, StreamReport stream) {
        Schedule schedule = standing.schedule();
        if (!schedule.paused() && isOlderThan(schedule.nextDueAt(), OVERDUE)) {
            return new Matter(
                    Kind.OVERDUE,
                    schedule.dataType() + " was due at " + schedule.nextDueAt() + " and has not started.");
        }
        if (stream.endedAt() == null && isOlderThan(stream.to(), settings.streamLimit())) {
            return new Matter(
                    Kind.SLOW,
                    schedule.dataType() + " has been syncing since " + stream.to() + " and has not ended: see run "
                            + stream.runId() + ".");
        }
        SkippedFiring skipped = standing.skipped();
        Instant lastSuccess = standing.lastSuccess();
        if (skipped != null && (lastSuccess == null || skipped.recordedAt().isAfter(lastSuccess))) {
            return new Matter(
                    Kind.SKIPPED,
                    schedule.dataType() + " was due at " + skipped.dueAt() + " and was skipped: " + skipped.reason());
        }
        return null;
    }

    private @Nullable Matter incomplete(Standing standing, StreamReport stream) {
        Gap gap = standing.gap();
        if (gap != null) {
            return new Matter(
                    Kind.GAP,
                    standing.dataType() + " is not proven from " + (gap.from() == null ? "its beginning" : gap.from())
                            + " to " + gap.to()
                            + ", because a run was rolled back: the next scheduled run reads it again.");
        }
        Instant provenUpTo = standing.provenUpTo();
        if (provenUpTo == null) {
            return stream.endedAt() == null
                    ? null
                    : new Matter(
                            Kind.UNPROVEN,
                            "The history of " + standing.dataType()
                                    + " is not proven to be whole: ask for a full sync once.");
        }
        // One run may fail or be late without anybody having to get up; then the next must have succeeded.
        if (!isOlderThan(provenUpTo, standing.schedule().longestWaitForTwo())) {
            return null;
        }
        String text = standing.schedule().paused()
                ? standing.dataType() + " is paused and complete only up to " + provenUpTo + "."
                : standing.dataType() + " is complete only up to " + provenUpTo
                        + ", which is more than two runs of its schedule ago.";
        return new Matter(Kind.BEHIND, text);
    }

    private boolean isOlderThan(Instant time, Duration age) {
        return time.plus(age).isBefore(clock.instant());
    }
}
