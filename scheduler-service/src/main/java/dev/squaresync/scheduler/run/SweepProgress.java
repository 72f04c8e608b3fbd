package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.StreamSwept;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows what the writer answers about what full listings did not show. */
@Component
public class SweepProgress {

    private static final Logger LOG = LoggerFactory.getLogger(SweepProgress.class);

    private final RunTable runs;
    private final SweepTable sweeps;
    private final StreamMovements movements;
    private final StreamSettling settling;

    SweepProgress(RunTable runs, SweepTable sweeps, StreamMovements movements, StreamSettling settling) {
        this.runs = runs;
        this.sweeps = sweeps;
        this.movements = movements;
        this.settling = settling;
    }

    /** The writer has answered: nothing holds up the stream's end any more. */
    @Transactional
    public void swept(StreamSwept answer) {
        UUID runId = answer.runId();
        DataType dataType = answer.dataType();
        StreamState state =
                runs.lock(runId).isPresent() ? runs.streamStates(runId).get(dataType) : null;
        if (state == null || !sweeps.answer(answer)) {
            LOG.debug("Answer about {} of run {} ignored: unknown, or known already.", dataType, runId);
            return;
        }
        movements.moved(runId, dataType);
        if (StreamChanges.isFinal(state)) {
            runs.total(runId, dataType);
            return;
        }
        settling.settle(runId, dataType, state);
    }
}
