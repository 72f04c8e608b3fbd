package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.access.InvalidAccess;
import dev.squaresync.scheduler.access.NameTaken;
import dev.squaresync.scheduler.api.problem.Problem;
import dev.squaresync.scheduler.api.problem.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What can be wrong with people and tokens. */
@Component
@Order(10)
class AccessProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Exception exception) {
        String sentence = String.valueOf(exception.getMessage());
        if (exception instanceof InvalidAccess e) {
            return Problem.ofField("#/" + e.field(), e.field(), sentence);
        }
        return exception instanceof NameTaken
                ? Problem.of(HttpStatus.CONFLICT, "name-taken", "The name is taken", sentence)
                : null;
    }
}
