package dev.squaresync.fetcher.failure;

import dev.squaresync.messaging.DelayedFailure;
import java.time.Duration;

/** A problem that names its wait. */
final class DelayedProblem extends RuntimeException implements DelayedFailure {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    DelayedProblem(RuntimeException problem, Duration retryAfter) {
        super(problem.getMessage(), problem);
        this.retryAfter = retryAfter;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
