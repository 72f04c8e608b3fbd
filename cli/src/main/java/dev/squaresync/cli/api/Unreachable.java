package dev.squaresync.cli.api;

import java.net.ConnectException;
import java.net.URI;

/** The scheduler did not answer, or something else than the scheduler did. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason ends in a full stop */
    Unreachable(URI scheduler, String reason, Throwable cause) {
        super("The scheduler at " + scheduler + " does not answer: " + reason, cause);
    }

    Unreachable(URI scheduler, int status) {
        super("What answers at " + scheduler + " is not the scheduler (HTTP " + status + " without readable JSON).");
    }

    /** Nobody has got the request, or nobody waits for an answer any more: it makes no sense to send it again. */
    boolean nothingArrived() {
        return getCause() == null
                || getCause() instanceof ConnectException
                || getCause() instanceof InterruptedException;
    }
}
