package dev.squaresync.scheduler.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers whatever goes wrong in a request for the API with a problem. A resolver and no advice of controllers: advice does not know
 * whether a path that nothing is at belongs to the API or to the pages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Problems implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final List<ProblemSource> sources;
    private final ProblemWriter writer;

    Problems(List<ProblemSource> sources, ProblemWriter writer) {
        this.sources = sources;
        this.writer = writer;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!ApiRequest.is(request) || isForOthers(exception)) {
            return null;
        }
        try {
            writer.write(problem(exception, request), request, response);
        } catch (IOException e) {
            LOG.debug("Nobody waits for the problem any more: {}", e.getMessage());
        }
        return new ModelAndView();
    }

    private Problem problem(Exception exception, HttpServletRequest request) {
        return sources.stream()
                .map(source -> source.of(exception))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> unexpected(exception, request));
    }

    private static Problem unexpected(Exception exception, HttpServletRequest request) {
        LOG.error("{} {} failed.", request.getMethod(), request.getRequestURI(), exception);
        return StatusProblems.of(500);
    }

    /** The security's filters answer what it has thrown, and nobody an answer that cannot be sent. */
    private static boolean isForOthers(Exception exception) {
        return exception instanceof AccessDeniedException
                || exception instanceof AuthenticationException
                || exception instanceof AsyncRequestNotUsableException;
    }
}
