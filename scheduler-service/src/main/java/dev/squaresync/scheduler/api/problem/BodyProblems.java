package dev.squaresync.scheduler.api.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What can be wrong with a body. Nothing of the parser's own words is passed on: they quote what was sent, and name classes. */
@Component
@Order(90)
class BodyProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Exception exception) {
        if (!(exception instanceof HttpMessageNotReadableException)) {
            return null;
        }
        if (exception.getCause() instanceof UnrecognizedPropertyException unknown) {
            String field = unknown.getPropertyName();
            return Problem.ofField(
                    pointer(unknown.getPath()),
                    field,
                    "There is no field '" + field + "'; there are: " + known(unknown) + ".");
        }
        if (exception.getCause() instanceof MismatchedInputException wrong
                && !wrong.getPath().isEmpty()) {
            String field = String.valueOf(wrong.getPath().get(0).getPropertyName());
            return Problem.ofField(
                    pointer(wrong.getPath()), field, "The field '" + field + "' does not have the right type.");
        }
        return Problem.of(
                HttpStatus.BAD_REQUEST, "unreadable", "Not readable", "The request's body is not readable JSON.");
    }

    /** RFC 6901. */
    private static String pointer(List<Reference> path) {
        return path.stream().map(BodyProblems::step).collect(Collectors.joining("/", "#/", ""));
    }

    private static String step(Reference step) {
        String name = step.getPropertyName();
        return name == null
                ? String.valueOf(step.getIndex())
                : name.replace("~", "~0").replace("/", "~1");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "none"
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }
}
