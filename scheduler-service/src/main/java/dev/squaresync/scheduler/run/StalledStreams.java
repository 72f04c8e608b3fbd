package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Streams that do not move any more: how to find them, how to help them on, and how to end them. */
@Component
public class StalledStreams {

    /** Stable, for programs. */
    public static final String STALLED = "stalled";

    private static final Logger LOG = LoggerFactory.getLogger(StalledStreams.class);

    private static final String MISSING = new SqlFile(StalledStreams.class, "missing.sql").text();

    private final JdbcClient jdbc;
    private final RunTable runs;
    private final StreamMovements movements;
    private final StreamRequests requests;
    private final RunEnding ending;
    private final Clock clock;

    StalledStreams(
            JdbcClient jdbc,
            RunTable runs,
            StreamMovements movements,
            StreamRequests requests,
            RunEnding ending,
            Clock clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.runs = runs;
        this.movements = movements;
        this.requests = requests;
        this.ending = ending;
    }

    /** The active streams that have not moved since then. One that was not asked for yet, because the broker is down, has. */
    @Transactional
    public List<QuietStream> quiet(Instant since) {
        movements.excuseUnpublished();
        return movements.quiet(since);
    }

    /** The active streams that were asked for again and have not moved since. */
    @Transactional(readOnly = true)
    public List<QuietStream> askedForAgain() {
        return movements.quiet(clock.instant()).stream()
                .filter(stream -> stream.movedAt().equals(stream.drivenAgainAt()))
                .toList();
    }

    /** Asks the fetcher for the stream again, unless it has moved meanwhile. */
    @Transactional
    public void driveAgain(QuietStream stream) {
        if (!isStillQuiet(stream)) {
            return;
        }
        UUID runId = stream.runId();
        DataType dataType = stream.dataType();
        movements.drivenAgain(runId, dataType);
        requests.askAgain(runs.lock(runId).orElseThrow(), dataType);
        LOG.warn(
                "{} of run {} has not moved since {} and is asked for again: {}.",
                dataType,
                runId,
                stream.movedAt(),
                missing(stream).inWords());
    }

    /**
     * Ends the stream as failed, unless it has moved meanwhile. What comes later can still make it complete.
     *
     * @param circumstance what had been done for it or stood in its way, as a part of a sentence
     */
    @Transactional
    public void giveUp(QuietStream stream, String circumstance) {
        if (!isStillQuiet(stream)) {
            return;
        }
        String detail = "Nothing has come since " + stream.movedAt() + ", " + circumstance + ": "
                + missing(stream).inWords() + ". What comes late still counts; otherwise sync again.";
        int attempts = stream.drivenAgainAt() == null ? 1 : 2;
        ending.fail(stream.runId(), stream.dataType(), stream.state(), new Failure(STALLED, detail, attempts));
    }

    /** Under the lock of the run's row: of several schedulers, the first finds it quiet. */
    private boolean isStillQuiet(QuietStream stream) {
        return runs.lock(stream.runId()).isPresent()
                && movements.quiet(stream.movedAt()).contains(stream);
    }

    private Missing missing(QuietStream stream) {
        return jdbc.sql(MISSING)
                .param("runId", stream.runId())
                .param("dataType", stream.dataType().name())
                .query(Row.as(Missing::of))
                .single();
    }
}
