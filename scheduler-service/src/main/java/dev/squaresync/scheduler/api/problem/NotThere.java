package dev.squaresync.scheduler.api.problem;

/** What the request's path names is not there; the message is a sentence for whoever sent it. */
public final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotThere(String sentence) {
        super(sentence);
    }
}
