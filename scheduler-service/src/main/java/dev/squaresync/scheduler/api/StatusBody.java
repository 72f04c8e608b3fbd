package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import java.time.Instant;
import java.util.List;
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

    /**
     * @param lastRun the latest run of this data type, active or not; null: there was none
     * @param lastSuccess when the latest completed stream ended; null: none has
     * @param completeUpTo the mirror holds every change up to this time; null: not proven
     * @param coverage the newest stretch of time without a gap that is proven; null: none
     * @param activeRun the run that is syncing this data type now
     * @param attention what is wrong, as a sentence; null: nothing
     */
    record DataTypeStatus(
            DataType dataType,
            @Nullable LastRun lastRun,
            @Nullable Instant lastSuccess,
            @Nullable Instant completeUpTo,
            @Nullable Coverage coverage,
            @Nullable UUID activeRun,
            @Nullable Instant nextDue,
            boolean paused,
            @Nullable String attention) {}

    record DependencyStatus(String service, String dependency, boolean up, Instant since, String detail) {}

    record LastRun(UUID id, StreamState state, @Nullable Instant endedAt) {}

    /** @param from null: the beginning of the shop's history */
    record Coverage(@Nullable Instant from, Instant to) {}
}
