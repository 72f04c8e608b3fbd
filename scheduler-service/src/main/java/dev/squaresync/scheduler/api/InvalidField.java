package dev.squaresync.scheduler.api;

/** A field of a request makes no sense; the message is a sentence for whoever sent it. */
final class InvalidField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidField(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    String field() {
        return field;
    }
}
