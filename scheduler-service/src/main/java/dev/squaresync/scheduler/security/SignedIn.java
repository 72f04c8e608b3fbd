package dev.squaresync.scheduler.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Keeps the session for a working day, where that of a stranger dies soon, and goes to the page that was asked for. */
final class SignedIn implements AuthenticationSuccessHandler {

    private final Duration sessionTimeout;
    private final SavedRequestAwareAuthenticationSuccessHandler goOn =
            new SavedRequestAwareAuthenticationSuccessHandler();

    SignedIn(Duration sessionTimeout, AskedPage askedPage) {
        this.sessionTimeout = sessionTimeout;
        goOn.setRequestCache(askedPage);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication somebody)
            throws ServletException, IOException {
        request.getSession().setMaxInactiveInterval(Math.toIntExact(sessionTimeout.toSeconds()));
        goOn.onAuthenticationSuccess(request, response, somebody);
    }
}
