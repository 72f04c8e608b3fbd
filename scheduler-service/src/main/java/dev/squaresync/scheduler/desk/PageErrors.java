package dev.squaresync.scheduler.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Errors of pages become pages. Programs, which come by other addresses, get problems instead. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors implements HandlerExceptionResolver {

    /** The request's attribute with the sentence that the error page says. */
    static final String WHY = PageErrors.class.getName() + ".why";

    private final DatabaseDownPage databaseDown;

    PageErrors(DatabaseDownPage databaseDown) {
        this.databaseDown = databaseDown;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/api/")
                || path.startsWith("/v3/")
                || path.startsWith("/actuator")
                || path.startsWith("/live");
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (isForPrograms(request) || response.isCommitted()) {
            return null;
        }
        try {
            return show(request, response, e) ? new ModelAndView() : null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private boolean show(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        if (e instanceof DataAccessResourceFailureException || e instanceof CannotCreateTransactionException) {
            databaseDown.show(response, e);
            return true;
        }
        if (e instanceof NoSuchThing) {
            request.setAttribute(WHY, e.getMessage());
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return true;
        }
        if (e instanceof ErrorResponse error) {
            response.sendError(error.getStatusCode().value());
            return true;
        }
        return false;
    }
}
