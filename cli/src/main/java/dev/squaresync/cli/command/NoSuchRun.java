package dev.squaresync.cli.command;

/** What was typed names no run, or several. */
final class NoSuchRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchRun(String sentence) {
        super(sentence);
    }
}
