package dev.squaresync.notifier;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Runs as the scheduler announces them: requested at 02:00 in Berlin, ended 72 seconds later. */
public final class EndedRun {

    public static final Instant REQUESTED_AT = Instant.parse("2026-11-22T01:00:00Z");
    public static final Instant ENDED_AT = REQUESTED_AT.plusSeconds(72);
    public static final Failure REFUSED_TOKEN =
            new Failure("square-unauthorized", "Square refused the token (401).", 1);

    private EndedRun() {}

    public static SyncEnded completed() {
        return run(
                RunState.COMPLETED,
                complete("orders", new PageCounts(30_000, 300, 91, 0, 0)),
                complete("catalog", new PageCounts(12, 3, 2_685, 1, 2)),
                complete("categories", new PageCounts(0, 0, 42, 0, 0)),
                complete("locations", new PageCounts(0, 0, 12, 0, 0)),
                complete("inventory", new PageCounts(0, 25_017, 0, 0, 0)));
    }

    public static SyncEnded partial() {
        return run(
                RunState.PARTIAL,
                complete("orders", new PageCounts(30_000, 300, 91, 0, 0)),
                complete("locations", new PageCounts(0, 0, 12, 0, 0)),
                failed(
                        "inventory",
                        Instant.parse("2026-11-21T00:55:00Z"),
                        new Failure(
                                "square-forbidden",
                                "Square refused inventory (403 INSUFFICIENT_SCOPES): the token lacks INVENTORY_READ.",
                                1)));
    }

    public static SyncEnded failed() {
        return run(
                RunState.FAILED,
                failed("orders", Instant.parse("2026-11-21T00:55:00Z"), REFUSED_TOKEN),
                failed("categories", null, REFUSED_TOKEN));
    }

    public static SyncEnded cancelled() {
        return run(
                RunState.CANCELLED,
                complete("locations", new PageCounts(0, 0, 12, 0, 0)),
                new StreamEnded(
                        DataType.of("orders"),
                        StreamState.CANCELLED,
                        null,
                        REQUESTED_AT,
                        ENDED_AT,
                        3,
                        7,
                        new PageCounts(3_500, 0, 0, 0, 0),
                        Instant.parse("2026-11-21T00:55:00Z"),
                        null));
    }

    public static SyncEnded run(RunState state, StreamEnded... streams) {
        return new SyncEnded(
                UUID.randomUUID(), RunKind.SYNC, state, "schedule", REQUESTED_AT, ENDED_AT, Arrays.asList(streams));
    }

    public static StreamEnded complete(String dataType, PageCounts counts) {
        return new StreamEnded(
                DataType.of(dataType),
                StreamState.COMPLETED,
                REQUESTED_AT.minus(Duration.ofDays(7)),
                REQUESTED_AT,
                REQUESTED_AT.plusSeconds(61),
                2,
                counts.total() / 500 + 1,
                counts,
                REQUESTED_AT.minus(Duration.ofMinutes(5)),
                null);
    }

    public static StreamEnded failed(String dataType, Instant completeUpTo, Failure failure) {
        return new StreamEnded(
                DataType.of(dataType),
                StreamState.FAILED,
                null,
                REQUESTED_AT,
                REQUESTED_AT.plusMillis(400),
                0,
                0,
                PageCounts.NONE,
                completeUpTo,
                failure);
    }

    public static SyncEnded requestedBy(String name, SyncEnded run) {
        List<StreamEnded> streams = new ArrayList<>(run.streams());
        return new SyncEnded(run.runId(), run.kind(), run.state(), name, run.requestedAt(), run.endedAt(), streams);
    }
}
