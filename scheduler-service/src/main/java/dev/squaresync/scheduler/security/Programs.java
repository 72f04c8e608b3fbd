package dev.squaresync.scheduler.security;

import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Knows programs by their tokens. */
@Component
class Programs {

    private final Secret operatorToken;

    Programs(SecuritySettings settings) {
        this.operatorToken = new Secret(settings.apiToken());
    }

    /** Empty: nobody's token. */
    Optional<Authentication> bearing(String token) {
        if (!operatorToken.matches(token)) {
            return Optional.empty();
        }
        return Optional.of(UsernamePasswordAuthenticationToken.authenticated(
                "api", null, AuthorityUtils.createAuthorityList("ROLE_OPERATOR")));
    }
}
