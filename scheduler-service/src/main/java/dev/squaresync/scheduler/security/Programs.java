package dev.squaresync.scheduler.security;

import dev.squaresync.scheduler.access.Role;
import dev.squaresync.scheduler.access.Tokens;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Knows programs by their tokens. */
@Component
class Programs {

    private final Secret tokenOfSettings;
    private final Tokens tokens;

    Programs(SecuritySettings settings, Tokens tokens) {
        this.tokenOfSettings = new Secret(settings.apiToken());
        this.tokens = tokens;
    }

    /** Empty: nobody's token, or that of nobody any more. */
    Optional<Authentication> bearing(String token) {
        if (tokenOfSettings.matches(token)) {
            return Optional.of(Authorities.letIn("api", Role.OPERATOR));
        }
        // A person cannot have a colon in the name, so nobody is taken for a program.
        return tokens.bearing(token).map(known -> Authorities.letIn("token:" + known.name(), known.role()));
    }
}
