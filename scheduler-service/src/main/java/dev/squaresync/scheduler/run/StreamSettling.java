package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.StreamState;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides from a stream's rows whether it has come to its end. */
@Component
class StreamSettling {

    private final PartitionTable partitions;
    private final EmptyListing emptyListing;
    private final Sweeps sweeps;
    private final Verifications verifications;
    private final RunEnding ending;

    StreamSettling(
            PartitionTable partitions,
            EmptyListing emptyListing,
            Sweeps sweeps,
            Verifications verifications,
            RunEnding ending) {
        this.partitions = partitions;
        this.emptyListing = emptyListing;
        this.sweeps = sweeps;
        this.verifications = verifications;
        this.ending = ending;
    }

    /**
     * Ends a planned stream when each of its partitions is whole or given up. One that has failed already can only be healed:
     * once every partition is whole, however late, it is complete. After a full listing the writer first looks for what the listing
     * did not show.
     */
    void settle(UUID runId, DataType dataType, StreamState from) {
        if (partitions.anyOpen(runId, dataType)) {
            return;
        }
        Optional<Failure> failure = partitions
                .failure(runId, dataType)
                .or(() -> emptyListing.failure(runId, dataType))
                .or(() -> sweeps.failure(runId, dataType))
                .or(() -> verifications.failure(runId, dataType));
        if (failure.isEmpty()) {
            if (!sweeps.isAwaited(runId, dataType) && !verifications.isAwaited(runId, dataType)) {
                ending.complete(runId, dataType, from);
            }
            return;
        }
        if (from != StreamState.FAILED) {
            ending.fail(runId, dataType, from, failure.get());
        }
    }

    /** Ends a stream that could not even be planned. One that has ended already stays as it is. */
    void giveUp(LockedStream stream, Failure failure) {
        if (StreamChanges.isActive(stream.state())) {
            ending.fail(stream.runId(), stream.dataType(), stream.state(), failure);
        }
    }
}
