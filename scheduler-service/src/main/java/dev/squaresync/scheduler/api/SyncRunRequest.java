package dev.squaresync.scheduler.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to sync; each field may be left out.
 *
 * @param dataTypes left out: all
 * @param since a date, which begins in the shop's time zone, or an instant; left out: as far back as the schedules say
 * @param full the whole history
 * @param force cancels an active run of these data types instead of being refused
 * @param requestedBy left out: who is signed in
 */
record SyncRunRequest(
        @Nullable List<@Nullable String> dataTypes,
        @Nullable String since,
        @Nullable Boolean full,
        @Nullable Boolean force,
        @Nullable String requestedBy) {

    static final SyncRunRequest EVERYTHING_AS_SCHEDULED = new SyncRunRequest(null, null, null, null, null);
}
