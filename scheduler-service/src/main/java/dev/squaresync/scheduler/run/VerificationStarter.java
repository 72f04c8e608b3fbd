package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.audit.Audit;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.coverage.Window;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts the runs that compare the mirror with Square. */
@Component
public class VerificationStarter {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationStarter.class);

    private final RunTable runs;
    private final VerificationTable verifications;
    private final Watermarks watermarks;
    private final StreamRequests requests;
    private final Audit audit;
    private final Clock clock;

    VerificationStarter(
            RunTable runs,
            VerificationTable verifications,
            Watermarks watermarks,
            StreamRequests requests,
            Audit audit,
            Clock clock) {
        this.runs = runs;
        this.verifications = verifications;
        this.watermarks = watermarks;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a run that compares, together with its requests to the fetcher. What was never synced is left out: there is nothing to
     * compare.
     *
     * @param dataTypes empty: all
     * @param repair what is found wrong is made what Square has
     * @param requestedBy a person's or a program's name, or schedule
     * @param zone of the shop's days
     * @throws RunActive if one of the data types has an active stream; nothing has changed then
     * @throws NothingToVerify if none of the data types was ever synced
     */
    @Transactional
    public UUID start(
            Collection<DataType> dataTypes, boolean repair, Trigger trigger, String requestedBy, ZoneId zone) {
        runs.lockStarts();
        SortedMap<DataType, Instant> synced = synced(dataTypes);
        if (synced.isEmpty()) {
            throw new NothingToVerify(
                    "Nothing of it is proven to be whole, so there is nothing to compare: sync --full first.");
        }
        requireNoneActive(synced.keySet());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SyncRun run = requested(trigger, requestedBy, now);
        runs.insert(run);
        Window window = new Window(null, now);
        synced.forEach((dataType, completeUpTo) -> {
            runs.insertStream(run.id(), dataType, window);
            verifications.insert(run.id(), dataType, completeUpTo, zone, repair);
            requests.ask(run, dataType, window);
        });
        if (trigger == Trigger.REQUEST) {
            audit.record(requestedBy, "run.verify", run.id().toString(), inWords(synced.keySet(), repair));
        }
        LOG.info("Run {} requested by {}: verify {}.", run.id(), requestedBy, synced.keySet());
        return run.id();
    }

    /**
     * Starts the verification that was due at a time, of all that was ever synced, unless it was started or a run is active.
     *
     * @param zone of the shop's days
     */
    @Transactional
    public void startNightly(Instant due, ZoneId zone) {
        if (!verifications.isDue(due)) {
            return;
        }
        // Another scheduler may have been faster.
        runs.lockStarts();
        if (verifications.isDue(due) && !synced(List.of()).isEmpty()) {
            start(List.of(), false, Trigger.SCHEDULE, "schedule", zone);
        }
    }

    /** The data types whose history is whole, and up to when. */
    private SortedMap<DataType, Instant> synced(Collection<DataType> dataTypes) {
        SortedMap<DataType, Instant> synced = new TreeMap<>();
        for (Watermark mark : watermarks.all()) {
            Instant completeUpTo = mark.provenUpTo();
            if (completeUpTo != null && (dataTypes.isEmpty() || dataTypes.contains(mark.dataType()))) {
                synced.put(mark.dataType(), completeUpTo);
            }
        }
        return synced;
    }

    private void requireNoneActive(Collection<DataType> dataTypes) {
        List<ActiveStream> active = runs.activeStreams(dataTypes);
        if (!active.isEmpty()) {
            throw RunActive.toBeWaitedFor(active);
        }
    }

    private static String inWords(Collection<DataType> dataTypes, boolean repair) {
        String names = dataTypes.stream().map(DataType::name).collect(Collectors.joining(", "));
        return "Compare with Square" + (repair ? " and repair: " : ": ") + names + ".";
    }

    private static SyncRun requested(Trigger trigger, String requestedBy, Instant now) {
        return new SyncRun(
                UUID.randomUUID(),
                RunKind.VERIFY,
                RunState.REQUESTED,
                trigger,
                requestedBy,
                true,
                null,
                false,
                now,
                null,
                null,
                null);
    }
}
