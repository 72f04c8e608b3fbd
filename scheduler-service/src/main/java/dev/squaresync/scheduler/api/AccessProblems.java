package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.access.InvalidAccess;
import dev.squaresync.scheduler.access.NameTaken;
import java.net.URI;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What can be wrong with people and tokens. */
@RestControllerAdvice(assignableTypes = {PeopleController.class, TokenController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessProblems {

    @ExceptionHandler
    ProblemDetail invalid(InvalidAccess e) {
        ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-field", "A field is not valid", e);
        problem.setProperty("field", e.field());
        problem.setProperty("pointer", "#/" + e.field());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail nameTaken(NameTaken e) {
        return problem(HttpStatus.CONFLICT, "name-taken", "The name is taken", e);
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, RuntimeException e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, e.getMessage());
        problem.setType(URI.create("urn:square-sync:problem:" + type));
        problem.setTitle(title);
        return problem;
    }
}
