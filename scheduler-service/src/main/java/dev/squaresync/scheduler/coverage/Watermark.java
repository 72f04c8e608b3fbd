package dev.squaresync.scheduler.coverage;

import dev.squaresync.message.DataType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time without a gap whose changes are all in the mirror.
 *
 * @param completeFrom start; null: the beginning of the shop's history
 * @param completeUpTo end
 * @param runId the run that moved it last
 * @param gap the first that a roll-back has left; null: none
 */
public record Watermark(
        DataType dataType,
        @Nullable Instant completeFrom,
        Instant completeUpTo,
        UUID runId,
        @Nullable Gap gap) {

    /**
     * The end of the stretch, or of what of it lies before the gap, if it starts with the shop's history; otherwise null, because
     * older changes may be missing.
     */
    public @Nullable Instant provenUpTo() {
        if (completeFrom != null) {
            return null;
        }
        return gap == null ? completeUpTo : gap.from();
    }
}
