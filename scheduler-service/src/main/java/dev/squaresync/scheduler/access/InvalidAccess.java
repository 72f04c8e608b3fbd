package dev.squaresync.scheduler.access;

/** A name, a role or a password that cannot be one; the message is a sentence for whoever gave it, without what was given. */
public final class InvalidAccess extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidAccess(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** Such as {@code password}. */
    public String field() {
        return field;
    }
}
