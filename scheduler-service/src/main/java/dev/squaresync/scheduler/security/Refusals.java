package dev.squaresync.scheduler.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;

/** How somebody hears that they may not: programs and scripts by a problem, people by the login page or an error page. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String PROBLEM = """
            {"type":"urn:square-sync:problem:%s","title":"%s","status":%d,"detail":"%s"}
            """;

    /** Nobody is signed in, or no longer. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (isPage(request)) {
            response.sendRedirect(isLeftOver(request) ? "/login?expired" : "/login");
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"square-sync\"");
        if (isPartOfPage(request)) {
            // The page loads itself again, and so comes to the login page and back.
            response.setHeader("HX-Refresh", "true");
        }
        problem(
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthorized",
                "Not signed in",
                "Send an API token as 'Authorization: Bearer ...', or sign in at /login.");
    }

    /** Somebody is signed in and may not, or a form did not come from a page of this service. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException, ServletException {
        if (e instanceof CsrfException && !isSignedIn()) {
            commence(request, response, new InsufficientAuthenticationException("Not signed in.", e));
            return;
        }
        if (isPage(request)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return;
        }
        if (e instanceof CsrfException) {
            problem(
                    response,
                    HttpStatus.FORBIDDEN,
                    "csrf",
                    "Not from a page of this service",
                    "Send the page's token in the header X-CSRF-TOKEN; load the page again if it is old.");
            return;
        }
        problem(
                response,
                HttpStatus.FORBIDDEN,
                "forbidden",
                "Not allowed",
                "You may look, but this needs the role operator.");
    }

    /** Nobody can be recognised. */
    static void databaseUnavailable(HttpServletResponse response) throws IOException {
        problem(
                response,
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unavailable",
                "The database cannot be reached",
                "The scheduler cannot reach its database. Nothing has changed; try again.");
    }

    /** Whether a person looks at the answer as a page of its own. */
    static boolean isPage(HttpServletRequest request) {
        String path = request.getServletPath();
        return !BearerTokenFilter.bears(request)
                && !path.startsWith("/api/")
                && !path.startsWith("/v3/")
                && !path.startsWith("/actuator")
                && !path.equals("/live")
                && !isPartOfPage(request);
    }

    private static boolean isPartOfPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Whether the browser shows a page of a session that has ended since. */
    private static boolean isLeftOver(HttpServletRequest request) {
        boolean ended = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return ended || CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request);
    }

    private static boolean isSignedIn() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody != null && !(somebody instanceof AnonymousAuthenticationToken);
    }

    private static void problem(
            HttpServletResponse response, HttpStatus status, String type, String title, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(PROBLEM.formatted(type, title, status.value(), detail));
    }
}
