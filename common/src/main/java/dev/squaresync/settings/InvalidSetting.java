package dev.squaresync.settings;

/** A setting is missing or makes no sense; the message says which one and what to do, and never holds a secret. */
public final class InvalidSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSetting(String sentence) {
        super(sentence);
    }
}
