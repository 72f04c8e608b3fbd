package dev.squaresync.scheduler.api.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Problems of which nothing is known but the status. */
final class StatusProblems {

    private StatusProblems() {}

    static Problem of(int code) {
        HttpStatus status = known(HttpStatus.resolve(code));
        return switch (status) {
            case UNAUTHORIZED ->
                Problem.of(
                        status,
                        "unauthorized",
                        "Not signed in",
                        "Send a token as 'Authorization: Bearer ...', or sign in.");
            case FORBIDDEN ->
                Problem.of(status, "forbidden", "Not allowed", "Who is signed in is not allowed to do this.");
            case NOT_FOUND -> Problem.of(status, "not-found", "Not found", "There is nothing at this path.");
            case METHOD_NOT_ALLOWED ->
                Problem.of(status, "method-not-allowed", "Not possible here", "This path does not know the method.");
            case CONTENT_TOO_LARGE ->
                Problem.of(status, "too-large", "Too large", "The request is larger than any that makes sense here.");
            case INTERNAL_SERVER_ERROR ->
                Problem.of(
                        status,
                        "unexpected",
                        "Something went wrong",
                        "Something went wrong in the scheduler; its log says what.");
            default ->
                status.is4xxClientError()
                        ? Problem.of(status, "bad-request", "Not understood", "The request cannot be understood.")
                        : Problem.of(status, "unavailable", "Not available", "The scheduler cannot answer this now.");
        };
    }

    private static HttpStatus known(@Nullable HttpStatus status) {
        return status == null || !status.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
