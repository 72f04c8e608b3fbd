package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.Problem;
import dev.squaresync.scheduler.api.problem.ProblemSource;
import dev.squaresync.scheduler.deadletter.NotOpen;
import dev.squaresync.scheduler.idempotency.KeyUsedOtherwise;
import dev.squaresync.scheduler.run.ActiveStream;
import dev.squaresync.scheduler.run.NothingToRollBack;
import dev.squaresync.scheduler.run.NothingToVerify;
import dev.squaresync.scheduler.run.RunActive;
import dev.squaresync.scheduler.run.RunHasEnded;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Requests that make sense, but not as things stand. */
@Component
@Order(0)
class ConflictProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Exception exception) {
        String sentence = String.valueOf(exception.getMessage());
        if (exception instanceof RunActive e) {
            return runActive(e);
        }
        if (exception instanceof RunHasEnded) {
            return Problem.of(HttpStatus.CONFLICT, "run-ended", "The run has ended", sentence);
        }
        if (exception instanceof NothingToRollBack) {
            return Problem.of(HttpStatus.CONFLICT, "nothing-to-roll-back", "Nothing to roll back", sentence);
        }
        if (exception instanceof NothingToVerify) {
            return Problem.of(HttpStatus.CONFLICT, "nothing-to-verify", "Nothing to verify", sentence);
        }
        if (exception instanceof NotOpen) {
            return Problem.of(HttpStatus.CONFLICT, "not-open", "Decided already", sentence);
        }
        if (exception instanceof KeyUsedOtherwise) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "idempotency-key-reused",
                            "The key belongs to another request",
                            sentence)
                    .with("field", IdempotencyKeyHeader.NAME);
        }
        return null;
    }

    private static Problem runActive(RunActive e) {
        ActiveStream first = e.streams().get(0);
        String address = RunBody.address(first.runId()).toString();
        return Problem.of(
                        HttpStatus.CONFLICT,
                        e.forceHelps() ? "run-active" : "run-in-the-way",
                        "A run is active",
                        e.getMessage()
                                + (e.forceHelps()
                                        ? " Wait for its end, or force a new run, which cancels it."
                                        : " Wait for its end, or cancel it, and ask again."))
                .with("runId", first.runId())
                .with("run", address)
                .with(
                        "active",
                        e.streams().stream()
                                .map(stream -> Map.of("dataType", stream.dataType(), "runId", stream.runId()))
                                .toList())
                .withHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"related\"");
    }
}
