package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamState;
import java.time.Clock;
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
    private final StreamMovements movements;
    private final StreamSettling settling;
    private final Cancellations cancellations;
    private final Clock clock;

    StreamProgress(
            RunTable runs,
            PartitionTable partitions,
            StreamMovements movements,
            StreamSettling settling,
            Cancellations cancellations,
            Clock clock) {
        this.runs = runs;
        this.partitions = partitions;
        this.movements = movements;
        this.settling = settling;
        this.cancellations = cancellations;
        this.clock = clock;
    }

    /**
     * A stream's partitions are known. A second plan adds what is new in it, as long as the stream is not complete; that of a
     * failed stream opens the way to heal it.
     */
    @Transactional
    public void planned(StreamPlanned plan) {
        LockedStream stream = lock(plan.runId(), plan.dataType());
        if (stream == null || StreamChanges.isFinal(stream.state())) {
            LOG.debug("Plan of {} for run {} ignored: unknown or ended.", plan.dataType(), plan.runId());
            contradict(stream);
            return;
        }
        partitions.insert(plan);
        movements.planned(plan.runId(), plan.dataType());
        StreamState state = run(stream);
        partitions.completeWhole(plan.runId(), plan.dataType(), null);
        settling.settle(plan.runId(), plan.dataType(), state);
    }

    /** A page is in the mirror. Recorded for ended streams too, because a replayed page may make them whole later. */
    @Transactional
    public void committed(PageCommitted page) {
        UUID runId = page.page().runId();
        DataType dataType = page.page().dataType();
        LockedStream stream = lock(runId, dataType);
        if (stream == null) {
            LOG.debug("Page of {} for run {} ignored: unknown.", dataType, runId);
            return;
        }
        if (partitions.insert(page)) {
            movements.moved(runId, dataType);
            if (!StreamChanges.isActive(stream.state())) {
                runs.total(runId, dataType);
            }
        }
        contradict(stream);
        if (StreamChanges.isFinal(stream.state())) {
            return;
        }
        if (partitions.completeWhole(runId, dataType, page.page().partitionId())) {
            settling.settle(runId, dataType, stream.state());
        }
    }

    /**
     * A part of a stream was given up after all its retries. Happens in the transaction that keeps what was given up.
     *
     * @param partitionId the partition that cannot become complete; null: the stream could not even be planned
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void givenUp(UUID runId, DataType dataType, @Nullable String partitionId, Failure failure) {
        LockedStream stream = lock(runId, dataType);
        if (stream == null) {
            LOG.debug("Failure of {} for run {} ignored: unknown.", dataType, runId);
            return;
        }
        if (partitionId == null) {
            settling.giveUp(stream, failure);
            return;
        }
        partitions.insertFailure(runId, dataType, partitionId, failure);
        movements.moved(runId, dataType);
        if (stream.state() == StreamState.RUNNING) {
            settling.settle(runId, dataType, stream.state());
        }
    }

    /** Whoever works on a cancelled stream does not know yet that it is cancelled. */
    private void contradict(@Nullable LockedStream stream) {
        if (stream != null && stream.state() == StreamState.CANCELLED) {
            cancellations.sayAgain(stream.runId());
        }
    }

    /** @return the stream's state afterwards; a failed one stays failed until it is whole */
    private StreamState run(LockedStream stream) {
        if (stream.run().state() == RunState.REQUESTED) {
            runs.change(stream.run(), RunState.RUNNING, clock.instant(), null);
        }
        if (stream.state() != StreamState.REQUESTED) {
            return stream.state();
        }
        runs.change(stream.runId(), stream.dataType(), StreamState.REQUESTED, StreamState.RUNNING, StreamEnd.NOT_YET);
        return StreamState.RUNNING;
    }

    private @Nullable LockedStream lock(UUID runId, DataType dataType) {
        SyncRun run = runs.lock(runId).orElse(null);
        StreamState state = run == null ? null : runs.streamStates(runId).get(dataType);
        return run == null || state == null ? null : new LockedStream(run, dataType, state);
    }
}
