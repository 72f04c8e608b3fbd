package dev.squaresync.cli.connection;

/** Nothing says where a scheduler is. */
public final class NotRunning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRunning() {
        super("square-sync is not running here: start it with ./square-sync up.");
    }
}
