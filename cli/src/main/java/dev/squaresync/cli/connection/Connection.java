package dev.squaresync.cli.connection;

import java.net.URI;

/**
 * Where the scheduler is and what opens it.
 *
 * @param local it was started on this machine by {@code ./square-sync up}
 */
public record Connection(URI scheduler, String token, boolean local) {

    /** What to do if nothing is there. */
    public String advice() {
        return local
                ? "square-sync is not running here: start it with ./square-sync up."
                : "Check the address, and whether the scheduler is running there.";
    }

    @Override
    public String toString() {
        return scheduler.toString();
    }
}
