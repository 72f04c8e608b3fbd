package dev.squaresync.direct.command;

/** What a command's end means for the script that called it: the same as for every other command. */
final class ExitCode {

    static final int DONE = 0;
    static final int UNEXPECTED = 1;
    static final int USAGE = 2;
    static final int PARTIAL = 3;
    static final int FAILED = 4;
    static final int UNREACHABLE = 5;
    static final int REFUSED = 6;

    private ExitCode() {}
}
