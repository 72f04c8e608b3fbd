package dev.squaresync.scheduler.schedule;

import java.util.Locale;

/** Which data type is asked for first when several are due together. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW;

    /** The priority's name in the API and in tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
