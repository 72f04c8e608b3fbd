package dev.squaresync.scheduler.deadletter;

import dev.squaresync.message.DataType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a dead letter is about.
 *
 * @param runId null: not readable
 * @param dataType null: the whole run
 * @param partitionId null: the whole stream
 */
record Concern(
        @Nullable UUID runId,
        @Nullable DataType dataType,
        @Nullable String partitionId) {

    static final Concern UNKNOWN = new Concern(null, null, null);
}
