package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one data type.
 *
 * @param streams its latest stream, and its latest completed one if that is another
 * @param mark null: nothing is proven yet
 * @param skipped the latest firing that was skipped; null: none was
 */
record Standing(
        Schedule schedule,
        List<StreamReport> streams,
        @Nullable Watermark mark,
        @Nullable SkippedFiring skipped) {

    DataType dataType() {
        return schedule.dataType();
    }

    Optional<StreamReport> latest() {
        return streams.stream().findFirst();
    }

    Optional<StreamReport> success() {
        return streams.stream()
                .filter(stream -> stream.state() == StreamState.COMPLETED)
                .findFirst();
    }

    @Nullable
    Instant lastSuccess() {
        return success().map(StreamReport::endedAt).orElse(null);
    }

    /** The mirror holds every change up to this time; null: not proven. */
    @Nullable
    Instant provenUpTo() {
        return mark == null ? null : mark.provenUpTo();
    }
}
