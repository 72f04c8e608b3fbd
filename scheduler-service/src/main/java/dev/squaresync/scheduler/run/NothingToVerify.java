package dev.squaresync.scheduler.run;

/** What is to be compared with Square was never synced. */
public final class NothingToVerify extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToVerify(String message) {
        super(message);
    }
}
