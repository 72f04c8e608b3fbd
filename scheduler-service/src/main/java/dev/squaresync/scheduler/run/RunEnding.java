package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How streams and runs end. All of it happens in one transaction, which holds the lock of the run's row. */
@Component
class RunEnding {

    private static final Logger LOG = LoggerFactory.getLogger(RunEnding.class);

    private final RunTable runs;
    private final RunReports reports;
    private final Watermarks watermarks;
    private final Cancellations cancellations;
    private final Retries retries;
    private final Outbox outbox;
    private final Clock clock;

    RunEnding(
            RunTable runs,
            RunReports reports,
            Watermarks watermarks,
            Cancellations cancellations,
            Retries retries,
            Outbox outbox,
            Clock clock) {
        this.runs = runs;
        this.reports = reports;
        this.watermarks = watermarks;
        this.cancellations = cancellations;
        this.retries = retries;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Ends a stream whose every partition is whole, moves its watermark, and ends the run if it was the last. A stream that had
     * failed is healed by that, and so may be a run that had ended.
     */
    void complete(UUID runId, DataType dataType, StreamState from) {
        if (from == StreamState.FAILED) {
            LOG.info("{} of run {} had failed and is whole after all.", dataType, runId);
        }
        boolean proves = runs.lock(runId).orElseThrow().kind() == RunKind.SYNC;
        Optional<Watermark> watermark =
                proves ? watermarks.advance(runId, dataType, runs.window(runId, dataType)) : watermarks.find(dataType);
        end(runId, dataType, from, StreamState.COMPLETED, watermark, null);
        endRunIfDone(runId, null);
    }

    /** Ends a stream that cannot become complete, and the run if it was the last. */
    void fail(UUID runId, DataType dataType, StreamState from, Failure failure) {
        LOG.warn("{} of run {} failed: {}", dataType, runId, failure.detail());
        end(runId, dataType, from, StreamState.FAILED, watermarks.find(dataType), failure);
        endRunIfDone(runId, null);
    }

    /**
     * Ends the streams of these data types that are still active, and the run if no other goes on. Does nothing if the run has
     * ended.
     */
    void cancel(UUID runId, Collection<DataType> dataTypes, String reason) {
        runs.lock(runId);
        Failure cancelled = new Failure("cancelled", reason, 0);
        Map<DataType, StreamState> unwanted = new TreeMap<>(runs.streamStates(runId));
        unwanted.entrySet()
                .removeIf(stream -> !dataTypes.contains(stream.getKey()) || !StreamChanges.isActive(stream.getValue()));
        unwanted.forEach((dataType, state) ->
                end(runId, dataType, state, StreamState.CANCELLED, watermarks.find(dataType), cancelled));
        if (unwanted.isEmpty()) {
            return;
        }
        cancellations.say(runId);
        endRunIfDone(runId, reason);
    }

    private void end(
            UUID runId,
            DataType dataType,
            StreamState from,
            StreamState to,
            Optional<Watermark> watermark,
            @Nullable Failure failure) {
        Instant completeUpTo = watermark.map(Watermark::provenUpTo).orElse(null);
        runs.change(runId, dataType, from, to, new StreamEnd(now(), completeUpTo, failure));
        runs.total(runId, dataType);
    }

    private void endRunIfDone(UUID runId, @Nullable String reason) {
        Map<DataType, StreamState> states = runs.streamStates(runId);
        if (states.values().stream().anyMatch(StreamChanges::isActive)) {
            return;
        }
        SyncRun run = runs.lock(runId).orElseThrow();
        RunState end = RunChanges.end(states.values());
        if (run.state() == end) {
            return;
        }
        runs.change(run, end, now(), reason);
        outbox.store(runId, new Outgoing(Topology.SCHEDULER_EXCHANGE, Topology.SYNC_ENDED_KEY, ended(runId)));
        LOG.info("Run {} ended: {}.", runId, end);
    }

    private SyncEnded ended(UUID runId) {
        RunReport report = reports.find(runId).orElseThrow();
        SyncRun run = report.run();
        Map<DataType, Integer> retried = retries.counts(runId);
        return new SyncEnded(
                runId,
                run.kind(),
                run.state(),
                run.requestedBy(),
                run.requestedAt(),
                now(),
                report.streams().stream()
                        .map(stream -> stream.ended(retried.getOrDefault(stream.dataType(), 0)))
                        .toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
