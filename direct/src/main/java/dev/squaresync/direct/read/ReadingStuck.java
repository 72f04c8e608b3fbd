package dev.squaresync.direct.read;

/** A partition was not read to its end: Square's cursors lead nowhere, or something else has stopped all reading. */
public final class ReadingStuck extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadingStuck(String sentence) {
        super(sentence);
    }
}
