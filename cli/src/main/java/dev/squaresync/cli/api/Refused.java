package dev.squaresync.cli.api;

/** The scheduler understood and said no. The message is its own sentence. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String RUN_ACTIVE = "urn:square-sync:problem:run-active";

    private final int status;
    private final String type;

    Refused(int status, String type, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
    }

    /** The HTTP status, 400 to 599. */
    public int status() {
        return status;
    }

    /** What was asked for would be a second active run of a data type. */
    public boolean isRunActive() {
        return type.equals(RUN_ACTIVE);
    }
}
