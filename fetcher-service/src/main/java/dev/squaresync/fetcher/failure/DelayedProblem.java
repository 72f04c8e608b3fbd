package dev.squaresync.fetcher.failure;

import dev.squaresync.messaging.CodedFailure;
import dev.squaresync.messaging.DelayedFailure;
import java.time.Duration;

/** A problem that a retry may heal, and that names its wait. */
final class DelayedProblem extends RuntimeException implements DelayedFailure, CodedFailure {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final Duration retryAfter;

    DelayedProblem(String code, RuntimeException problem, Duration retryAfter) {
        super(problem.getMessage(), problem);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Duration retryAfter() {
        return retryAfter;
    }
}
