package dev.squaresync.scheduler.api.problem;

/** A field of a request makes no sense; the message is a sentence for whoever sent it. */
public final class InvalidField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final boolean inBody;

    private InvalidField(String field, boolean inBody, String sentence) {
        super(sentence);
        this.field = field;
        this.inBody = inBody;
    }

    /** A field of the body. */
    public InvalidField(String field, String sentence) {
        this(field, true, sentence);
    }

    /** A parameter or a header. */
    public static InvalidField parameter(String name, String sentence) {
        return new InvalidField(name, false, sentence);
    }

    Problem problem() {
        String sentence = String.valueOf(getMessage());
        return inBody ? Problem.ofField("#/" + field, field, sentence) : Problem.ofParameter(field, sentence);
    }
}
