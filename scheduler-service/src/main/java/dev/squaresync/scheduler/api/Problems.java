package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.deadletter.NotOpen;
import dev.squaresync.scheduler.run.ActiveStream;
import dev.squaresync.scheduler.run.RunActive;
import dev.squaresync.scheduler.run.RunHasEnded;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Errors as RFC 9457 problems. Types are stable names for programs; details are sentences for people. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail runActive(RunActive e) {
        ProblemDetail problem = problem(
                HttpStatus.CONFLICT,
                "run-active",
                "A run is active",
                e.getMessage() + " Wait for its end, or force a new run, which cancels it.");
        ActiveStream first = e.streams().get(0);
        problem.setProperty("runId", first.runId());
        problem.setProperty("run", RunBody.address(first.runId()).toString());
        problem.setProperty(
                "active",
                e.streams().stream()
                        .map(stream -> Map.of("dataType", stream.dataType(), "runId", stream.runId()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notOpen(NotOpen e) {
        return problem(HttpStatus.CONFLICT, "not-open", "Decided already", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail runHasEnded(RunHasEnded e) {
        return problem(HttpStatus.CONFLICT, "run-ended", "The run has ended", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notThere(NotThere e) {
        return problem(HttpStatus.NOT_FOUND, "not-found", "Not found", e.getMessage());
    }

    @ExceptionHandler
    ProblemDetail invalidField(InvalidField e) {
        return invalid(e.field(), String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return invalid(
                    unknown.getPropertyName(),
                    "There is no field '" + unknown.getPropertyName() + "'; there are: " + known(unknown) + ".");
        }
        if (e.getCause() instanceof MismatchedInputException wrong
                && !wrong.getPath().isEmpty()) {
            String field = String.valueOf(wrong.getPath().get(0).getPropertyName());
            return invalid(field, "The field '" + field + "' does not have the right type.");
        }
        return problem(
                HttpStatus.BAD_REQUEST, "unreadable", "Not readable", "The request's body is not readable JSON.");
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ProblemDetail databaseUnavailable(Exception e) {
        LOG.warn("Request refused, the database cannot be reached: {}", e.getMessage());
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "The database cannot be reached",
                "The scheduler cannot reach its database. Nothing has changed; try again.");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "none"
                : List.copyOf(unknown.getKnownPropertyIds()).stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static ProblemDetail invalid(String field, String detail) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-field", "A field is not valid", detail);
        problem.setProperty("field", field);
        problem.setProperty("pointer", "#/" + field);
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:square-sync:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
