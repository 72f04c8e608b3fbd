package dev.squaresync.scheduler.run;

import dev.squaresync.message.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is written down when a stream changes its state; all null while it goes on. */
record StreamEnd(
        @Nullable Instant endedAt,
        @Nullable Instant completeUpTo,
        @Nullable Failure failure) {

    static final StreamEnd NOT_YET = new StreamEnd(null, null, null);
}
