package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * After all that Square shows has been seen, the writer compares it with the mirror; after the suspects have been looked up, it
 * judges them. The lock of the run's row is held.
 */
@Component
class Verifications {

    /** Stable, for programs. */
    private static final String NOT_AS_IN_SQUARE = "not-as-in-square";

    private final VerificationTable table;
    private final RunTable runs;
    private final StreamRequests requests;

    Verifications(VerificationTable table, RunTable runs, StreamRequests requests) {
        this.table = table;
        this.runs = runs;
        this.requests = requests;
    }

    /** Whether a stream whose every partition is whole must wait for the writer; asks it if nobody has. */
    boolean isAwaited(UUID runId, DataType dataType) {
        Verification verification = table.find(runId, dataType).orElse(null);
        if (verification == null || verification.judgedAt() != null) {
            return false;
        }
        SyncRun run = runs.lock(runId).orElseThrow();
        if (verification.comparedAt() == null) {
            requests.askForComparison(run, verification);
        } else if (verification.verdictRequestedAt() == null) {
            table.verdictRequested(runId, dataType);
            requests.askForVerdict(run, verification);
        }
        return true;
    }

    /** What is wrong with the mirror; empty: nothing, or nothing any more, or it is not known yet. */
    Optional<Failure> failure(UUID runId, DataType dataType) {
        return table.find(runId, dataType)
                .filter(verification -> verification.open() > 0)
                .map(Verifications::notAsInSquare);
    }

    private static Failure notAsInSquare(Verification verification) {
        String detail = String.format(
                Locale.ROOT,
                "The mirror does not hold %,d of %,d objects of %s as Square has them. Which, is said by run %s; to put them"
                        + " right: verify --data-type %s --repair.",
                verification.open(),
                verification.seen(),
                verification.dataType(),
                verification.runId(),
                verification.dataType());
        return new Failure(NOT_AS_IN_SQUARE, detail, 1);
    }
}
