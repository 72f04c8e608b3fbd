package dev.squaresync.scheduler.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far back a run goes.
 *
 * @param full the whole history
 * @param since this far; null: as each data type's policy says
 */
public record Reach(boolean full, @Nullable Instant since) {

    public static final Reach AS_SCHEDULED = new Reach(false, null);
    public static final Reach WHOLE_HISTORY = new Reach(true, null);

    public Reach {
        if (full && since != null) {
            throw new IllegalArgumentException("The whole history has no start.");
        }
    }

    public static Reach since(Instant since) {
        return new Reach(false, since);
    }
}
