package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.coverage.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs, one active stream a data type. */
@Component
public class RunStarter {

    private static final Logger LOG = LoggerFactory.getLogger(RunStarter.class);

    private final RunTable runs;
    private final RunEnding ending;
    private final Watermarks watermarks;
    private final StreamRequests requests;
    private final Audit audit;
    private final Clock clock;

    RunStarter(
            RunTable runs, RunEnding ending, Watermarks watermarks, StreamRequests requests, Audit audit, Clock clock) {
        this.runs = runs;
        this.ending = ending;
        this.watermarks = watermarks;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a run together with its requests to the fetcher.
     *
     * @throws RunActive if one of its data types has an active stream and the run is not forced; nothing has changed then
     */
    @Transactional
    public UUID start(NewRun newRun) {
        runs.lockStarts();
        clearTheWay(newRun);
        // PostgreSQL keeps microseconds: the window in a message must be the window in the table.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SyncRun run = requested(newRun, now);
        UUID runId = run.id();
        runs.insert(run);
        for (StreamPolicy policy : newRun.policies()) {
            request(run, policy.dataType(), watermarks.window(policy, newRun.reach(), now));
        }
        if (newRun.trigger() == Trigger.REQUEST) {
            audit.record(newRun.requestedBy(), "run.request", runId.toString(), inWords(newRun));
        }
        LOG.info("Run {} requested by {}: {}.", runId, newRun.requestedBy(), dataTypes(newRun));
        return runId;
    }

    /** Makes all other starts, in all schedulers, wait until the current transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockStarts() {
        runs.lockStarts();
    }

    /** The streams of these data types that have not ended. */
    @Transactional
    public List<ActiveStream> activeStreams(Collection<DataType> dataTypes) {
        return runs.activeStreams(dataTypes);
    }

    /** What a run syncs; empty if there is no such run. */
    @Transactional
    public Set<DataType> dataTypes(UUID runId) {
        return runs.streamStates(runId).keySet();
    }

    private void clearTheWay(NewRun newRun) {
        List<ActiveStream> active = runs.activeStreams(dataTypes(newRun));
        if (active.isEmpty()) {
            return;
        }
        if (!newRun.force()) {
            throw new RunActive(active);
        }
        String reason = "A forced run of " + newRun.requestedBy() + " took its place.";
        active.stream()
                .map(ActiveStream::runId)
                .distinct()
                .sorted()
                .forEach(runId -> ending.cancel(runId, dataTypes(newRun), reason));
    }

    private void request(SyncRun run, DataType dataType, Window window) {
        runs.insertStream(run.id(), dataType, window);
        requests.ask(run, dataType, window);
    }

    private static SyncRun requested(NewRun newRun, Instant now) {
        return new SyncRun(
                UUID.randomUUID(),
                newRun.kind(),
                RunState.REQUESTED,
                newRun.trigger(),
                newRun.requestedBy(),
                newRun.reach().full(),
                newRun.reach().since(),
                newRun.force(),
                now,
                null,
                null,
                null);
    }

    private static String inWords(NewRun newRun) {
        Reach reach = newRun.reach();
        String dataTypes = dataTypes(newRun).stream().map(DataType::name).collect(Collectors.joining(", "));
        String since = reach.since() == null ? "as scheduled" : "since " + reach.since();
        return dataTypes + ": " + (reach.full() ? "the whole history" : since) + (newRun.force() ? ", forced." : ".");
    }

    private static List<DataType> dataTypes(NewRun newRun) {
        return newRun.policies().stream().map(StreamPolicy::dataType).toList();
    }
}
