package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.InvalidField;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.schedule.OnDemand;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes runs of what people and programs ask for, or says which field is wrong. */
@Component
class SyncRunRequests {

    private static final int LONGEST_NAME = 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final KnownDataTypes known;
    private final OnDemand onDemand;
    private final ShopTimes times;
    private final Clock clock;

    SyncRunRequests(KnownDataTypes known, OnDemand onDemand, ShopTimes times, Clock clock) {
        this.known = known;
        this.onDemand = onDemand;
        this.times = times;
        this.clock = clock;
    }

    NewRun read(SyncRunRequest request, String signedIn) {
        String who = requestedBy(request.requestedBy(), signedIn);
        boolean force = Boolean.TRUE.equals(request.force());
        List<@Nullable String> names = request.dataTypes();
        return names == null
                ? onDemand.everything(who, reach(request), force)
                : onDemand.of(known.named(names), who, reach(request), force);
    }

    private Reach reach(SyncRunRequest request) {
        boolean full = Boolean.TRUE.equals(request.full());
        String since = request.since();
        if (since == null) {
            return full ? Reach.WHOLE_HISTORY : Reach.AS_SCHEDULED;
        }
        if (full) {
            throw new InvalidField("since", "Ask for 'full' or for 'since', not for both: full has no start.");
        }
        return Reach.since(since(since));
    }

    private Instant since(String text) {
        Instant since = times.read(text)
                .orElseThrow(() -> new InvalidField(
                        "since",
                        "'" + text
                                + "' is neither a date such as 2026-01-31 nor a time such as 2026-01-31T00:00:00Z."));
        if (since.isAfter(clock.instant())) {
            throw new InvalidField("since", "'" + text + "' is in the future.");
        }
        if (since.isBefore(EARLIEST)) {
            throw new InvalidField("since", "'" + text + "' is before 2000: ask for 'full' to get the whole history.");
        }
        return since;
    }

    private static String requestedBy(@Nullable String given, String signedIn) {
        String name = Objects.requireNonNullElse(given, signedIn).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidField("requestedBy", "Give 1 to " + LONGEST_NAME + " characters, or leave the field out.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField("requestedBy", "There are control characters in it.");
        }
        return name;
    }
}
