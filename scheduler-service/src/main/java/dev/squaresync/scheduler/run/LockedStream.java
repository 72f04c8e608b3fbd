package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import java.util.UUID;

/** A stream whose run's row is locked by the current transaction. */
record LockedStream(SyncRun run, DataType dataType, StreamState state) {

    UUID runId() {
        return run.id();
    }
}
