package dev.squaresync.scheduler.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in that bear a token. A wrong one is simply nobody, and refused later like nobody. */
final class BearerTokenFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer";

    private static final Logger LOG = LoggerFactory.getLogger(BearerTokenFilter.class);

    private final Programs programs;
    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    BearerTokenFilter(Programs programs) {
        this.programs = programs;
    }

    /** Whether this is a request of a program. Then it stays one, whatever cookies it has, and however wrong its token is. */
    static boolean bears(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Authentication> bearer;
        try {
            bearer = programs.bearing(token);
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("A program's token cannot be looked up: {}", e.getMessage());
            Refusals.databaseUnavailable(response);
            return;
        }
        bearer.ifPresent(program -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(program);
            SecurityContextHolder.setContext(context);
            // An answer that goes on in another thread finds it there.
            contexts.saveContext(context, request, response);
        });
        chain.doFilter(request, response);
    }

    private static @Nullable String token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header == null || header.length() <= SCHEME.length() ? null : header.substring(SCHEME.length() + 1);
    }
}
