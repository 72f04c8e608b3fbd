package dev.squaresync.systemtests.histories;

/** Something that must always hold does not. An error, so that no service takes it for a failure of its own. */
final class Violation extends Error {

    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }
}
