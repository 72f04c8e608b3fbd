package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.StreamVerified;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows what the writer does for verifications. */
@Component
public class VerificationProgress {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationProgress.class);

    private final RunTable runs;
    private final VerificationTable verifications;
    private final PartitionTable partitions;
    private final StreamMovements movements;
    private final StreamSettling settling;

    VerificationProgress(
            RunTable runs,
            VerificationTable verifications,
            PartitionTable partitions,
            StreamMovements movements,
            StreamSettling settling) {
        this.runs = runs;
        this.verifications = verifications;
        this.partitions = partitions;
        this.movements = movements;
        this.settling = settling;
    }

    /** The suspects are known and looked up, as further partitions of the stream. */
    @Transactional
    public void compared(StreamCompared answer) {
        UUID runId = answer.runId();
        DataType dataType = answer.dataType();
        StreamState state = lock(runId, dataType);
        if (state == null || StreamChanges.isFinal(state)) {
            LOG.debug("Comparison of {} of run {} ignored: unknown, or ended.", dataType, runId);
            return;
        }
        verifications.compared(answer);
        partitions.insert(new StreamPlanned(runId, dataType, answer.lookUps()));
        movements.moved(runId, dataType);
        partitions.completeWhole(runId, dataType, null);
        settling.settle(runId, dataType, state);
    }

    /** The verdict ends the stream. */
    @Transactional
    public void judged(StreamVerified answer) {
        UUID runId = answer.runId();
        DataType dataType = answer.dataType();
        StreamState state = lock(runId, dataType);
        if (state == null || !verifications.judged(answer)) {
            LOG.debug("Verdict on {} of run {} ignored: unknown, or known already.", dataType, runId);
            return;
        }
        movements.moved(runId, dataType);
        if (StreamChanges.isFinal(state)) {
            runs.total(runId, dataType);
            return;
        }
        settling.settle(runId, dataType, state);
    }

    /** @return null: there is no such stream */
    private @Nullable StreamState lock(UUID runId, DataType dataType) {
        return runs.lock(runId).isPresent() ? runs.streamStates(runId).get(dataType) : null;
    }
}
