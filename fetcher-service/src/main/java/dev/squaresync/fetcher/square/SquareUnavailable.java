package dev.squaresync.fetcher.square;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Square gave no usable answer this time: it could not be reached, was busy or down, or what came was broken. */
public final class SquareUnavailable extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration retryAfter;

    public SquareUnavailable(String sentence) {
        this(sentence, null);
    }

    SquareUnavailable(String sentence, @Nullable Duration retryAfter) {
        super(sentence);
        this.retryAfter = retryAfter;
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
