package dev.squaresync.scheduler.run;

import dev.squaresync.scheduler.audit.Audit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends runs that nobody wants any more. */
@Component
public class RunCanceller {

    private static final Logger LOG = LoggerFactory.getLogger(RunCanceller.class);

    private final RunTable runs;
    private final RunEnding ending;
    private final Audit audit;

    RunCanceller(RunTable runs, RunEnding ending, Audit audit) {
        this.runs = runs;
        this.ending = ending;
        this.audit = audit;
    }

    /**
     * Cancels the streams of a run that are still active. What has been written stays.
     *
     * @param who a person's or a program's name
     * @param reason as they gave it; null: they gave none
     * @return whether there is such a run
     * @throws RunHasEnded if none of its streams is active any more
     */
    @Transactional
    public boolean cancel(UUID runId, String who, @Nullable String reason) {
        SyncRun run = runs.lock(runId).orElse(null);
        if (run == null) {
            return false;
        }
        if (run.endedAt() != null) {
            throw new RunHasEnded(runId, run.state());
        }
        String sentence = "Cancelled by " + who + (reason == null ? "." : ": " + reason);
        ending.cancel(runId, runs.streamStates(runId).keySet(), sentence);
        audit.record(who, "run.cancel", runId.toString(), reason == null ? "No reason given." : reason);
        LOG.info("Run {}: {}", runId, sentence);
        return true;
    }
}
