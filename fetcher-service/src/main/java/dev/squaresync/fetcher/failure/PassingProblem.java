package dev.squaresync.fetcher.failure;

import dev.squaresync.messaging.CodedFailure;

/** A problem that a retry may heal. */
final class PassingProblem extends RuntimeException implements CodedFailure {

    private static final long serialVersionUID = 1L;

    private final String code;

    PassingProblem(String code, RuntimeException problem) {
        super(problem.getMessage(), problem);
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
