package dev.squaresync.scheduler.run;

import dev.squaresync.message.Failure;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.coverage.Watermarks;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Follows what the writer does for the roll-backs: one answer ends a stream. */
@Component
public class RollbackProgress {

    /** Stable, for programs. */
    static final String REFUSED = "rollback-refused";

    private static final Logger LOG = LoggerFactory.getLogger(RollbackProgress.class);

    private final RunTable runs;
    private final RollbackTable rollbacks;
    private final StreamMovements movements;
    private final RunEnding ending;
    private final Watermarks watermarks;
    private final Clock clock;

    RollbackProgress(
            RunTable runs,
            RollbackTable rollbacks,
            StreamMovements movements,
            RunEnding ending,
            Watermarks watermarks,
            Clock clock) {
        this.runs = runs;
        this.rollbacks = rollbacks;
        this.movements = movements;
        this.ending = ending;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    /** The writer has answered. An answer that comes again, or too late, changes nothing but the numbers that were missing. */
    @Transactional
    public void rolledBack(RolledBack answer) {
        SyncRun run = runs.lock(answer.runId()).orElse(null);
        StreamState state =
                run == null ? null : runs.streamStates(answer.runId()).get(answer.dataType());
        Rollback rollback = rollbacks.find(answer.runId()).orElse(null);
        if (run == null || state == null || rollback == null) {
            LOG.debug("Answer about {} of run {} ignored: unknown.", answer.dataType(), answer.runId());
            return;
        }
        movements.moved(run.id(), answer.dataType());
        if (answer.refusal() != null) {
            refuse(new LockedStream(run, answer.dataType(), state), answer.refusal());
            return;
        }
        rollbacks.insert(answer);
        if (!rollback.dryRun()) {
            watermarks.retract(rollback.ofRunId(), answer.dataType(), run.id());
        }
        if (!StreamChanges.isFinal(state)) {
            complete(new LockedStream(run, answer.dataType(), state));
        }
    }

    private void refuse(LockedStream stream, String reason) {
        if (StreamChanges.isActive(stream.state())) {
            ending.fail(stream.runId(), stream.dataType(), stream.state(), new Failure(REFUSED, reason, 1));
        }
    }

    private void complete(LockedStream stream) {
        if (stream.run().state() == RunState.REQUESTED) {
            runs.change(stream.run(), RunState.RUNNING, clock.instant(), null);
        }
        UUID runId = stream.runId();
        StreamState state = stream.state();
        if (state == StreamState.REQUESTED) {
            runs.change(runId, stream.dataType(), state, StreamState.RUNNING, StreamEnd.NOT_YET);
            state = StreamState.RUNNING;
        }
        ending.complete(runId, stream.dataType(), state);
    }
}
