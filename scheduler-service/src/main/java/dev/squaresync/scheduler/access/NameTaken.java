package dev.squaresync.scheduler.access;

/** Somebody or something else has that name already. */
public final class NameTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NameTaken(String sentence) {
        super(sentence);
    }
}
