package dev.squaresync.cli.connection;

/** The address or the token cannot be used; the message says what to do. */
public final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongSetting(String sentence) {
        super(sentence);
    }
}
