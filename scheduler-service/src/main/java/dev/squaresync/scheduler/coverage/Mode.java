package dev.squaresync.scheduler.coverage;

import java.util.Locale;

/** How much of a data type a sync reads. */
public enum Mode {
    /** What has changed since the lookback or the watermark, whichever is earlier. */
    INCREMENTAL,
    /** Everything, always: Square cannot list this data type's changes, or it is small enough to read whole. */
    FULL;

    /** The mode's name in the API and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
