package dev.squaresync.fetcher.failure;

import dev.squaresync.fetcher.square.Problem;
import dev.squaresync.fetcher.square.SquareUnavailable;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells the retry ladder what the problems of reading mean, as the reader knows nothing of messaging. */
public final class OnTheLadder {

    private OnTheLadder() {}

    /** Does the work; what it throws is dressed for the ladder. */
    public static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (SquareUnavailable e) {
            Duration wait = e.retryAfter();
            throw wait == null ? e : new DelayedProblem(e, wait);
        } catch (RuntimeException e) {
            throw e instanceof Problem problem && !problem.mayHeal() ? new HopelessProblem(e) : e;
        }
    }
}
