package dev.squaresync.cli.doctor.web;

/** Nothing readable came back; the message says why, and ends in a full stop. */
public final class NoAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    NoAnswer(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
