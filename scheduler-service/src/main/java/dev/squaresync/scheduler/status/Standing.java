package dev.squaresync.scheduler.status;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.coverage.Gap;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one data type.
 *
 * @param streams its latest stream, and its latest completed one if that is another
 * @param mark null: nothing is proven yet
 * @param verified its latest verification; null: there was none
 * @param skipped the latest firing that was skipped; null: none was
 */
public record Standing(
        Schedule schedule,
        List<StreamReport> streams,
        @Nullable Watermark mark,
        @Nullable Verification verified,
        @Nullable SkippedFiring skipped) {

    public DataType dataType() {
        return schedule.dataType();
    }

    /** Its latest stream, active or not. */
    public Optional<StreamReport> latest() {
        return streams.stream().findFirst();
    }

    /** Its latest completed stream. */
    public Optional<StreamReport> success() {
        return streams.stream()
                .filter(stream -> stream.state() == StreamState.COMPLETED)
                .findFirst();
    }

    /** When the latest completed stream ended; null: none has. */
    public @Nullable Instant lastSuccess() {
        return success().map(StreamReport::endedAt).orElse(null);
    }

    /** The run that is syncing this data type now; null: none is. */
    public @Nullable UUID activeRun() {
        return latest().filter(stream -> stream.endedAt() == null)
                .map(StreamReport::runId)
                .orElse(null);
    }

    /** The first stretch that a roll-back has left unproven; null: none. */
    public @Nullable Gap gap() {
        return mark == null ? null : mark.gap();
    }

    /** The mirror holds every change up to this time; null: not proven. */
    public @Nullable Instant provenUpTo() {
        return mark == null ? null : mark.provenUpTo();
    }
}
