package dev.squaresync.scheduler.run;

import java.util.Locale;

/** What started a run. */
public enum Trigger {
    /** Its time had come. */
    SCHEDULE,
    /** A person or a program asked for it. */
    REQUEST,
    /** Nothing here: it was made without broker and scheduler, and recorded afterwards. */
    DIRECT;

    /** The trigger's name in the API and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
