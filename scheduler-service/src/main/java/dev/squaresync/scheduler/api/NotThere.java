package dev.squaresync.scheduler.api;

/** What the request's path names is not there; the message is a sentence for whoever sent it. */
final class NotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThere(String sentence) {
        super(sentence);
    }
}
