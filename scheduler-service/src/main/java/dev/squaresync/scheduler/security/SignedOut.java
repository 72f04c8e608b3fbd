package dev.squaresync.scheduler.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Remembers that somebody has gone. */
final class SignedOut implements LogoutHandler {

    private final SignInAudit audit;

    SignedOut(SignInAudit audit) {
        this.audit = audit;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication somebody) {
        if (somebody != null) {
            audit.signedOut(somebody.getName());
        }
    }
}
