package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.coverage.Gap;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.dependency.DownDependency;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.status.ShopStatus;
import dev.squaresync.scheduler.status.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the shop's data stands.
 *
 * @param ok nothing needs attention
 * @param verdict the same as a sentence for people
 * @param attention what is wrong and not about one data type, as sentences
 * @param dependencies what a service needs and cannot reach now
 */
record StatusBody(
        boolean ok,
        String verdict,
        List<String> attention,
        List<DataTypeStatus> dataTypes,
        List<DependencyStatus> dependencies) {

    static StatusBody of(ShopStatus status) {
        return new StatusBody(
                status.ok(),
                status.verdict(),
                status.general(),
                status.dataTypes().stream().map(DataTypeStatus::of).toList(),
                status.down().stream().map(DependencyStatus::of).toList());
    }

    /**
     * @param lastRun the latest run of this data type, active or not; null: there was none
     * @param lastSuccess when the latest completed stream ended; null: none has
     * @param completeUpTo the mirror holds every change up to this time; null: not proven
     * @param coverage the newest stretch of time without a gap that is proven; null: none
     * @param gap the first stretch that is proven no more, because a run was rolled back; null: none
     * @param verification the latest comparison of the mirror with Square; null: there was none
     * @param activeRun the run that is syncing this data type now
     * @param attention what is wrong, as a sentence; null: nothing
     */
    record DataTypeStatus(
            DataType dataType,
            @Nullable LastRun lastRun,
            @Nullable Instant lastSuccess,
            @Nullable Instant completeUpTo,
            @Nullable Coverage coverage,
            @Nullable Gap gap,
            @Nullable LastVerification verification,
            @Nullable UUID activeRun,
            @Nullable Instant nextDue,
            boolean paused,
            @Nullable String attention) {

        static DataTypeStatus of(ShopStatus.DataTypeStatus status) {
            Standing standing = status.standing();
            Schedule schedule = standing.schedule();
            Watermark mark = standing.mark();
            return new DataTypeStatus(
                    schedule.dataType(),
                    standing.latest().map(LastRun::of).orElse(null),
                    standing.lastSuccess(),
                    standing.provenUpTo(),
                    mark == null ? null : new Coverage(mark.completeFrom(), mark.completeUpTo()),
                    standing.gap(),
                    LastVerification.of(standing.verified()),
                    standing.activeRun(),
                    schedule.paused() ? null : schedule.nextDueAt(),
                    schedule.paused(),
                    status.attention());
        }
    }

    record DependencyStatus(String service, String dependency, boolean up, Instant since, String detail) {

        static DependencyStatus of(DownDependency down) {
            return new DependencyStatus(down.service(), down.dependency(), false, down.since(), down.detail());
        }
    }

    record LastRun(UUID id, StreamState state, @Nullable Instant endedAt) {

        static LastRun of(StreamReport stream) {
            return new LastRun(stream.runId(), stream.state(), stream.endedAt());
        }
    }

    /**
     * @param completeUpTo what changed in Square later was not compared
     * @param found objects that the mirror did not hold as Square has them
     * @param repaired how many of these it holds now
     */
    record LastVerification(UUID run, Instant at, Instant completeUpTo, int seen, int found, int repaired) {

        static @Nullable LastVerification of(@Nullable Verification verified) {
            if (verified == null) {
                return null;
            }
            return new LastVerification(
                    verified.runId(),
                    Objects.requireNonNull(verified.judgedAt(), "a verification that is shown is judged"),
                    verified.completeUpTo(),
                    verified.seen(),
                    verified.found(),
                    verified.repaired());
        }
    }

    /** @param from null: the beginning of the shop's history */
    record Coverage(@Nullable Instant from, Instant to) {}
}
