package dev.squaresync.scheduler.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Shows the login page again with a sentence, which is the same whatever was wrong. */
final class SignInRefused implements AuthenticationFailureHandler {

    static final String SENTENCE =
            "That name and password do not belong together. Whoever was wrong ten times has to wait a while.";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (e instanceof TooManyTries tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(tooMany.waitFor().plusMillis(999).toSeconds()));
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
        request.setAttribute(LoginController.REFUSAL, SENTENCE);
        request.getRequestDispatcher(LoginController.REFUSED).forward(request, response);
    }
}
