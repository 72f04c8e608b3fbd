package dev.squaresync.fetcher.square;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Square gave no usable answer this time: it could not be reached, was busy or down, or what came was broken. */
public final class SquareUnavailable extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    private final boolean busy;
    private final @Nullable Duration retryAfter;

    public SquareUnavailable(String sentence) {
        this(sentence, null, false);
    }

    private SquareUnavailable(String sentence, @Nullable Duration retryAfter, boolean busy) {
        super(sentence);
        this.retryAfter = retryAfter;
        this.busy = busy;
    }

    /** Square works, but wants to be asked less. */
    static SquareUnavailable busy(String sentence, @Nullable Duration retryAfter) {
        return new SquareUnavailable(sentence, retryAfter, true);
    }

    /** Square does not work. */
    static SquareUnavailable down(String sentence, @Nullable Duration retryAfter) {
        return new SquareUnavailable(sentence, retryAfter, false);
    }

    /** Whether it only wants to be asked less. */
    boolean isBusy() {
        return busy;
    }

    /** The wait that Square asked for; null if it named none. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public String code() {
        return "square-unavailable";
    }

    @Override
    public boolean mayHeal() {
        return true;
    }
}
