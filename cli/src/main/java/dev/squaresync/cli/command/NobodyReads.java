package dev.squaresync.cli.command;

/** The reader of the output is gone, so there is nobody left to follow a run for. */
final class NobodyReads extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
