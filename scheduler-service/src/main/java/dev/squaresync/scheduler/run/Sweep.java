package dev.squaresync.scheduler.run;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The search for what a full listing did not show.
 *
 * @param sweptAt null: the writer has not answered
 * @param missing so many that none was deleted; else 0
 * @param held how many objects existed before
 */
record Sweep(@Nullable Instant sweptAt, int missing, int held) {

    boolean isDone() {
        return sweptAt != null;
    }
}
