package dev.squaresync.scheduler.run;

/** A run has changed nothing that could be undone. */
public final class NothingToRollBack extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToRollBack(String reason) {
        super(reason);
    }
}
