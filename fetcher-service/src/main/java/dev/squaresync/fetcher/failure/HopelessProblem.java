package dev.squaresync.fetcher.failure;

import dev.squaresync.messaging.PermanentFailure;

/** A problem that no retry heals. */
final class HopelessProblem extends RuntimeException implements PermanentFailure {

    private static final long serialVersionUID = 1L;

    HopelessProblem(RuntimeException problem) {
        super(problem.getMessage(), problem);
    }
}
