package dev.squaresync.scheduler.desk;

/** What the page's address names is not there; the message is a sentence for whoever asked for it. */
public final class NoSuchThing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchThing(String sentence) {
        super(sentence);
    }
}
