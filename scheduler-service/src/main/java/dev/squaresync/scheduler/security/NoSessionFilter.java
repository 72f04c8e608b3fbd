package dev.squaresync.scheduler.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a change that comes without any session, before looking for its CSRF token would make one. */
final class NoSessionFilter extends OncePerRequestFilter {

    private final Refusals refusals;

    NoSessionFilter(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) || request.getSession(false) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        refusals.commence(request, response, new InsufficientAuthenticationException("There is no session."));
    }
}
