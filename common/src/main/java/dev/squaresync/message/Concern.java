package dev.squaresync.message;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a run a message is about.
 *
 * @param dataType null: the whole run
 * @param partitionId null: the whole stream
 */
public record Concern(
        UUID runId, @Nullable DataType dataType, @Nullable String partitionId) {

    /** Empty: the message is about no run, or about more than one part of it. */
    public static Optional<Concern> of(Object message) {
        if (message instanceof SyncRequested request) {
            return stream(request.runId(), request.dataType());
        }
        if (message instanceof StreamPlanned plan) {
            return stream(plan.runId(), plan.dataType());
        }
        if (message instanceof FetchPage fetch) {
            return partition(fetch.page());
        }
        if (message instanceof PageFetched fetched) {
            return partition(fetched.page());
        }
        if (message instanceof PageCommitted committed) {
            return partition(committed.page());
        }
        if (message instanceof RollBack request) {
            return stream(request.runId(), request.dataType());
        }
        if (message instanceof RolledBack answer) {
            return stream(answer.runId(), answer.dataType());
        }
        if (message instanceof SweepRequested request) {
            return stream(request.runId(), request.dataType());
        }
        if (message instanceof StreamSwept answer) {
            return stream(answer.runId(), answer.dataType());
        }
        if (message instanceof ComparisonRequested request) {
            return stream(request.runId(), request.dataType());
        }
        if (message instanceof StreamCompared answer) {
            return stream(answer.runId(), answer.dataType());
        }
        if (message instanceof VerdictRequested request) {
            return stream(request.runId(), request.dataType());
        }
        if (message instanceof StreamVerified answer) {
            return stream(answer.runId(), answer.dataType());
        }
        if (message instanceof SyncEnded ended) {
            return Optional.of(new Concern(ended.runId(), null, null));
        }
        return Optional.empty();
    }

    private static Optional<Concern> stream(UUID runId, DataType dataType) {
        return Optional.of(new Concern(runId, dataType, null));
    }

    private static Optional<Concern> partition(PageId page) {
        return Optional.of(new Concern(page.runId(), page.dataType(), page.partitionId()));
    }
}
