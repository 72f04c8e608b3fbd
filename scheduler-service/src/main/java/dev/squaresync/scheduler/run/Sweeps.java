package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** After a full listing the writer marks as deleted what the listing did not show. The lock of the run's row is held. */
@Component
class Sweeps {

    /** Stable, for programs. */
    private static final String MASS_DELETION = "mass-deletion";

    private final SweepTable table;
    private final RunTable runs;
    private final StreamRequests requests;

    Sweeps(SweepTable table, RunTable runs, StreamRequests requests) {
        this.table = table;
        this.runs = runs;
        this.requests = requests;
    }

    /** Whether the stream must wait for the writer's answer; asks for it if nobody has. */
    boolean isAwaited(UUID runId, DataType dataType) {
        Optional<Sweep> sweep = table.find(runId, dataType);
        if (sweep.isPresent()) {
            return !sweep.get().isDone();
        }
        if (!table.isDue(runId, dataType)) {
            return false;
        }
        table.insert(runId, dataType);
        requests.askForSweep(runs.lock(runId).orElseThrow(), dataType, runs.window(runId, dataType));
        return true;
    }

    /** Why the writer deleted nothing; empty: it did, or has not answered. */
    Optional<Failure> failure(UUID runId, DataType dataType) {
        return table.find(runId, dataType).filter(sweep -> sweep.missing() > 0).map(sweep -> tooMany(dataType, sweep));
    }

    private static Failure tooMany(DataType dataType, Sweep sweep) {
        String detail = String.format(
                Locale.ROOT,
                "Square no longer lists %,d of %,d objects of %s, more than are believed to be deleted in one night: nothing was"
                        + " deleted. Look at Square; if it is right: sync --data-type %s --full --force.",
                sweep.missing(),
                sweep.held(),
                dataType,
                dataType);
        return new Failure(MASS_DELETION, detail, 1);
    }
}
