package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamState;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows what happens to the streams. Messages may come in any order and more than once: each adds rows that it adds only once,
 * and what follows from them is decided from all the rows that there are. The lock of the run's row makes it one decision at a
 * time.
 */
@Component
public class StreamProgress {

    private static final Logger LOG = LoggerFactory.getLogger(StreamProgress.class);

    private final RunTable runs;
    private final PartitionTable partitions;
    private final EmptyListing emptyListing;
    private final RunEnding ending;
    private final Clock clock;

    StreamProgress(RunTable runs, PartitionTable partitions, EmptyListing emptyListing, RunEnding ending, Clock clock) {
        this.runs = runs;
        this.partitions = partitions;
        this.emptyListing = emptyListing;
        this.ending = ending;
        this.clock = clock;
    }

    /** A stream's partitions are known. A second plan adds what is new in it, as long as the stream is active. */
    @Transactional
    public void planned(StreamPlanned plan) {
        Optional<LockedStream> stream = lock(plan.runId(), plan.dataType());
        if (stream.isEmpty() || !StreamChanges.isActive(stream.get().state())) {
            LOG.debug("Plan of {} for run {} ignored: not active.", plan.dataType(), plan.runId());
            return;
        }
        partitions.insert(plan);
        run(stream.get());
        partitions.completeWhole(plan.runId(), plan.dataType(), null);
        settle(plan.runId(), plan.dataType());
    }

    /** A page is in the mirror. Recorded for ended streams too, because a replayed page may make them whole later. */
    @Transactional
    public void committed(PageCommitted page) {
        UUID runId = page.page().runId();
        DataType dataType = page.page().dataType();
        Optional<LockedStream> stream = lock(runId, dataType);
        if (stream.isEmpty()) {
            LOG.debug("Page of {} for run {} ignored: unknown.", dataType, runId);
            return;
        }
        partitions.insert(page);
        if (stream.get().state() != StreamState.RUNNING) {
            return;
        }
        if (partitions.completeWhole(runId, dataType, page.page().partitionId())) {
            settle(runId, dataType);
        }
    }

    /**
     * A part of a stream was given up after all its retries. Happens in the transaction that keeps what was given up.
     *
     * @param partitionId the partition that cannot become complete; null: the stream could not even be planned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void givenUp(UUID runId, DataType dataType, @Nullable String partitionId, Failure failure) {
        Optional<LockedStream> stream = lock(runId, dataType);
        if (stream.isEmpty()) {
            LOG.debug("Failure of {} for run {} ignored: unknown.", dataType, runId);
            return;
        }
        StreamState state = stream.get().state();
        if (partitionId == null) {
            failWhole(stream.get(), failure);
            return;
        }
        partitions.insertFailure(runId, dataType, partitionId, failure);
        if (state == StreamState.RUNNING) {
            settle(runId, dataType);
        }
    }

    private void failWhole(LockedStream stream, Failure failure) {
        if (StreamChanges.isActive(stream.state())) {
            ending.fail(stream.run().id(), stream.dataType(), stream.state(), failure);
        }
    }

    private void run(LockedStream stream) {
        if (stream.state() == StreamState.REQUESTED) {
            runs.change(
                    stream.run().id(),
                    stream.dataType(),
                    StreamState.REQUESTED,
                    StreamState.RUNNING,
                    StreamEnd.NOT_YET);
        }
        if (stream.run().state() == RunState.REQUESTED) {
            runs.change(stream.run(), RunState.RUNNING, clock.instant(), null);
        }
    }

    /** Ends a running stream when each of its partitions is whole or given up. */
    private void settle(UUID runId, DataType dataType) {
        if (partitions.anyOpen(runId, dataType)) {
            return;
        }
        Optional<Failure> failure = partitions.failure(runId, dataType).or(() -> emptyListing.failure(runId, dataType));
        if (failure.isPresent()) {
            ending.fail(runId, dataType, StreamState.RUNNING, failure.get());
            return;
        }
        ending.complete(runId, dataType, StreamState.RUNNING);
    }

    private Optional<LockedStream> lock(UUID runId, DataType dataType) {
        return runs.lock(runId)
                .flatMap(run -> Optional.ofNullable(runs.streamStates(runId).get(dataType))
                        .map(state -> new LockedStream(run, dataType, state)));
    }

    private record LockedStream(SyncRun run, DataType dataType, StreamState state) {}
}
