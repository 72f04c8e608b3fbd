package dev.squaresync.fetcher.failure;

import dev.squaresync.fetcher.square.Problem;
import dev.squaresync.fetcher.square.SquareUnavailable;
import java.util.function.Supplier;

/** Tells the retry ladder what the problems of reading mean, as the reader knows nothing of messaging. */
public final class OnTheLadder {

    private OnTheLadder() {}

    /** Does the work; what it throws is dressed for the ladder. */
    public static <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw e instanceof Problem problem ? dressed(e, problem) : e;
        }
    }

    private static RuntimeException dressed(RuntimeException e, Problem problem) {
        if (!problem.mayHeal()) {
            return new HopelessProblem(problem.code(), e);
        }
        return e instanceof SquareUnavailable unavailable && unavailable.retryAfter() != null
                ? new DelayedProblem(problem.code(), e, unavailable.retryAfter())
                : new PassingProblem(problem.code(), e);
    }
}
