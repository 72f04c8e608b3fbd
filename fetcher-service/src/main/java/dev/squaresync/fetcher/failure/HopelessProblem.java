package dev.squaresync.fetcher.failure;

import dev.squaresync.messaging.CodedFailure;
import dev.squaresync.messaging.PermanentFailure;

/** A problem that no retry heals. */
final class HopelessProblem extends RuntimeException implements PermanentFailure, CodedFailure {

    private static final long serialVersionUID = 1L;

    private final String code;

    HopelessProblem(String code, RuntimeException problem) {
        super(problem.getMessage(), problem);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
