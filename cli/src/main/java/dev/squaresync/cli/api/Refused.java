package dev.squaresync.cli.api;

/** The scheduler understood and said no. The message is its own sentence. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }
}
