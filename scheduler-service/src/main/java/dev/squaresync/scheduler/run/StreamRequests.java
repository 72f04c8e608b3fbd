package dev.squaresync.scheduler.run;

import dev.squaresync.message.ComparisonRequested;
import dev.squaresync.message.DataType;
import dev.squaresync.message.ProofScope;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.SweepRequested;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.message.VerdictRequested;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.coverage.Window;
import dev.squaresync.scheduler.outbox.Outbox;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the fetcher for streams, and the writer for what only the mirror can do. */
@Component
class StreamRequests {

    private final Outbox outbox;
    private final RunTable runs;
    private final RollbackTable rollbacks;
    private final SweepTable sweeps;
    private final VerificationTable verifications;

    StreamRequests(
            Outbox outbox, RunTable runs, RollbackTable rollbacks, SweepTable sweeps, VerificationTable verifications) {
        this.outbox = outbox;
        this.runs = runs;
        this.rollbacks = rollbacks;
        this.sweeps = sweeps;
        this.verifications = verifications;
    }

    /** Asks again for what the stream waits for. */
    void askAgain(SyncRun run, DataType dataType) {
        Rollback rollback = rollbacks.find(run.id()).orElse(null);
        if (rollback != null) {
            SyncRun ofRun = runs.lock(rollback.ofRunId()).orElseThrow();
            askForRollback(run.id(), dataType, ofRun, rollback.dryRun());
            return;
        }
        Window window = runs.window(run.id(), dataType);
        if (sweeps.find(run.id(), dataType).filter(sweep -> !sweep.isDone()).isPresent()) {
            askForSweep(run, dataType, window);
            return;
        }
        Verification verification = verifications.find(run.id(), dataType).orElse(null);
        if (verification != null && verification.verdictRequestedAt() != null) {
            askForVerdict(run, verification);
            return;
        }
        if (verification != null && verification.comparedAt() != null) {
            askForComparison(run, verification);
            return;
        }
        ask(run, dataType, window);
    }

    /** Asks the writer. */
    void askForRollback(UUID runId, DataType dataType, SyncRun ofRun, boolean dryRun) {
        outbox.store(
                runId,
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE,
                        Topology.rollBackKey(dataType),
                        new RollBack(runId, ofRun.id(), dataType, ofRun.requestedAt(), dryRun)));
    }

    /** Asks the writer. */
    void askForSweep(SyncRun run, DataType dataType, Window window) {
        outbox.store(
                run.id(),
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE,
                        Topology.sweepRequestedKey(dataType),
                        new SweepRequested(run.id(), dataType, window.to(), run.forced())));
    }

    /** Asks the writer. It asks the fetcher in turn for what has to be looked up. */
    void askForComparison(SyncRun run, Verification verification) {
        DataType dataType = verification.dataType();
        outbox.store(
                run.id(),
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE,
                        Topology.comparisonRequestedKey(dataType),
                        new ComparisonRequested(run.id(), dataType, scope(run, verification))));
    }

    /** Asks the writer. */
    void askForVerdict(SyncRun run, Verification verification) {
        DataType dataType = verification.dataType();
        outbox.store(
                run.id(),
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE,
                        Topology.verdictRequestedKey(dataType),
                        new VerdictRequested(run.id(), dataType, scope(run, verification), verification.repair())));
    }

    private static ProofScope scope(SyncRun run, Verification verification) {
        return new ProofScope(null, verification.completeUpTo(), run.requestedAt(), verification.zone());
    }

    /** Asks the fetcher. */
    void ask(SyncRun run, DataType dataType, Window window) {
        outbox.store(
                run.id(),
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE,
                        Topology.syncRequestedKey(dataType),
                        new SyncRequested(run.id(), run.kind(), dataType, window.from(), window.to())));
    }
}
