package dev.squaresync.scheduler.api.problem;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What can be wrong with a request before any controller has seen it. */
@Component
@Order(100)
class RequestProblems implements ProblemSource {

    @Override
    public @Nullable Problem of(Exception exception) {
        if (exception instanceof InvalidField e) {
            return e.problem();
        }
        if (exception instanceof NotThere e) {
            return Problem.of(HttpStatus.NOT_FOUND, "not-found", "Not found", String.valueOf(e.getMessage()));
        }
        if (exception instanceof NoHandlerFoundException || exception instanceof NoResourceFoundException) {
            return StatusProblems.of(404);
        }
        if (exception instanceof HttpRequestMethodNotSupportedException e) {
            return methodNotAllowed(e);
        }
        if (exception instanceof HttpMediaTypeNotSupportedException e) {
            return unsupportedMediaType(e);
        }
        if (exception instanceof HttpMediaTypeNotAcceptableException e) {
            return notAcceptable(e.getSupportedMediaTypes());
        }
        if (exception instanceof InvalidApiVersionException e) {
            return unsupportedVersion(e.getVersion());
        }
        if (exception instanceof MissingServletRequestParameterException e) {
            return Problem.ofParameter(
                    e.getParameterName(), "The parameter '" + e.getParameterName() + "' is missing.");
        }
        if (exception instanceof MethodArgumentTypeMismatchException e) {
            return Problem.ofParameter(
                    e.getName(), "The parameter '" + e.getName() + "' does not have the right type.");
        }
        return exception instanceof ErrorResponse e
                ? StatusProblems.of(e.getStatusCode().value())
                : null;
    }

    private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
        Set<HttpMethod> methods = e.getSupportedHttpMethods();
        String possible = methods == null
                ? "others"
                : methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Not possible here",
                        e.getMethod() + " is not possible here; possible: " + possible + ".")
                .withHeader(HttpHeaders.ALLOW, possible);
    }

    private static Problem unsupportedMediaType(HttpMediaTypeNotSupportedException e) {
        String understood = listed(e.getSupportedMediaTypes());
        return Problem.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "Not JSON",
                        "Send the body as 'Content-Type: application/json'.")
                .withHeader(HttpHeaders.ACCEPT, understood.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : understood);
    }

    private static Problem notAcceptable(List<MediaType> possible) {
        String types = listed(possible);
        return Problem.of(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "Not in this form",
                "The answer is " + (types.isEmpty() ? MediaType.APPLICATION_JSON_VALUE : types) + ": accept that.");
    }

    private static Problem unsupportedVersion(String asked) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unsupported-version",
                        "No such version",
                        "There is no version '" + asked + "' of this API; there are: "
                                + String.join(", ", ApiVersions.SUPPORTED)
                                + ". Leave the header out for the first.")
                .with("field", ApiVersions.HEADER)
                .with("supported", ApiVersions.SUPPORTED);
    }

    private static String listed(List<MediaType> types) {
        return types.stream()
                .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                .map(type -> type.getType() + "/" + type.getSubtype())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
