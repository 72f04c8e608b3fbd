package dev.squaresync.systemtests.histories;

/** What a process does after this does not happen. An error, so that nothing between here and the history takes it for a failure. */
final class ProcessDied extends Error {

    private static final long serialVersionUID = 1L;

    ProcessDied(String where) {
        super(where, null, false, false);
    }
}
