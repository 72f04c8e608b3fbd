package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.coverage.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the runs that undo what another run did: runs as all others, of which each asks the writer instead of the fetcher. */
@Component
public class RollbackStarter {

    private static final Logger LOG = LoggerFactory.getLogger(RollbackStarter.class);

    private final RunTable runs;
    private final RollbackTable rollbacks;
    private final StreamRequests requests;
    private final Audit audit;
    private final Clock clock;

    RollbackStarter(RunTable runs, RollbackTable rollbacks, StreamRequests requests, Audit audit, Clock clock) {
        this.runs = runs;
        this.rollbacks = rollbacks;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a run that undoes another, together with its requests to the writer.
     *
     * @param dryRun it only tells what it would do
     * @param who a person's or a program's name
     * @return the new run's id; empty if there is no run to undo
     * @throws RunActive if the run, or another of one of its data types, has not ended
     * @throws NothingToRollBack if the run was itself only a dry one
     */
    @Transactional
    public Optional<UUID> start(UUID ofRunId, boolean dryRun, String who) {
        runs.lockStarts();
        return runs.lock(ofRunId).map(ofRun -> start(ofRun, dryRun, who));
    }

    private UUID start(SyncRun ofRun, boolean dryRun, String who) {
        requireChanges(ofRun);
        List<DataType> dataTypes =
                runs.streamStates(ofRun.id()).keySet().stream().sorted().toList();
        requireNoneActive(dataTypes);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID runId = UUID.randomUUID();
        runs.insert(requested(runId, who, now));
        rollbacks.insert(runId, ofRun.id(), dryRun);
        for (DataType dataType : dataTypes) {
            runs.insertStream(runId, dataType, new Window(null, now));
            requests.askForRollback(runId, dataType, ofRun, dryRun);
        }
        audit.record(
                who,
                "run.rollback",
                runId.toString(),
                (dryRun ? "Try to roll back run " : "Roll back run ") + ofRun.id());
        LOG.info("Run {} requested by {}: roll back run {}{}.", runId, who, ofRun.id(), dryRun ? ", dry" : "");
        return runId;
    }

    private void requireChanges(SyncRun ofRun) {
        if (rollbacks.find(ofRun.id()).filter(Rollback::dryRun).isPresent()) {
            throw new NothingToRollBack(
                    "Run " + ofRun.id() + " was a dry run: it has changed nothing that could be rolled back.");
        }
    }

    private void requireNoneActive(List<DataType> dataTypes) {
        List<ActiveStream> active = runs.activeStreams(dataTypes);
        if (!active.isEmpty()) {
            throw RunActive.toBeWaitedFor(active);
        }
    }

    private static SyncRun requested(UUID runId, String who, Instant now) {
        return new SyncRun(
                runId,
                RunKind.ROLLBACK,
                RunState.REQUESTED,
                Trigger.REQUEST,
                who,
                false,
                null,
                false,
                now,
                null,
                null,
                null);
    }
}
