package dev.squaresync.scheduler.desk.overview;

import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.status.ShopStatus.DataTypeStatus;
import dev.squaresync.scheduler.status.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One data type at a look.
 *
 * @param completeUpTo null: not proven
 * @param last its latest stream that has ended; null: none has
 * @param active the stream that is under way; null: none is
 * @param nextDue null: it is paused
 * @param compared its latest comparison with Square; null: there was none
 * @param attention what is wrong, as a sentence; null: nothing
 */
public record Card(
        String name,
        @Nullable Instant completeUpTo,
        @Nullable StreamReport last,
        @Nullable StreamReport active,
        @Nullable Instant nextDue,
        @Nullable Verification compared,
        @Nullable String attention) {

    static Card of(DataTypeStatus status) {
        Standing standing = status.standing();
        Schedule schedule = standing.schedule();
        StreamReport latest = standing.latest().orElse(null);
        boolean isActive = latest != null && latest.endedAt() == null;
        return new Card(
                standing.dataType().name(),
                standing.provenUpTo(),
                isActive ? standing.success().orElse(null) : latest,
                isActive ? latest : null,
                schedule.paused() ? null : schedule.nextDueAt(),
                standing.verified(),
                status.attention());
    }

    /** The word for how it stands. */
    public String state() {
        if (active != null) {
            return active.state().name();
        }
        if (last == null) {
            return "never synced";
        }
        return last.state().name();
    }
}
