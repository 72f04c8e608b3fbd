package dev.squaresync.cli.connection;

import java.net.URI;

/**
 * Where the scheduler is and what opens it.
 *
 * @param local it was started on this machine by {@code ./square-sync up}
 */
public record Connection(URI scheduler, String token, boolean local) {

    @Override
    public String toString() {
        return scheduler.toString();
    }
}
