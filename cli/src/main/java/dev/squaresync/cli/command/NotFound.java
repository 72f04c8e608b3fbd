package dev.squaresync.cli.command;

/** What was typed names nothing, or several things. */
final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFound(String sentence) {
        super(sentence);
    }
}
