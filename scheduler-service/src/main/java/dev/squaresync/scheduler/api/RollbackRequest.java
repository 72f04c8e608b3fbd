package dev.squaresync.scheduler.api;

import org.jspecify.annotations.Nullable;

/**
 * How to undo a run.
 *
 * @param dryRun write nothing, only tell what would be; left out: false
 */
record RollbackRequest(@Nullable Boolean dryRun) {

    static final RollbackRequest FOR_REAL = new RollbackRequest(false);

    boolean isDry() {
        return Boolean.TRUE.equals(dryRun);
    }
}
