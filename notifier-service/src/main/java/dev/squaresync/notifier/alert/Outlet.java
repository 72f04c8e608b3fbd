package dev.squaresync.notifier.alert;

import java.time.Instant;
import java.util.UUID;

/** Takes over what is to be said. */
public interface Outlet {

    /**
     * In the caller's transaction. The same telling is taken once.
     *
     * @param thread the alert, or the digest
     * @param number how often the thread has been told with this one
     * @param at when it is to be said; it is not said before
     */
    void store(UUID thread, int number, Alert alert, Instant at);

    /** How many tellings there were, however many channels have said each; ends of runs do not count. */
    long toldSince(Instant since);

    /** When several alerts were told together last; the beginning of time if never. */
    Instant latestDigest();
}
