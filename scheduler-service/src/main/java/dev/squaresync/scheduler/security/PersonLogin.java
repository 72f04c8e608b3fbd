package dev.squaresync.scheduler.security;

import dev.squaresync.scheduler.access.People;
import dev.squaresync.scheduler.access.Role;
import dev.squaresync.scheduler.access.StoredPassword;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets people in by name and password. Wrong name or wrong password: the same answer after the same time. */
@Component
class PersonLogin implements AuthenticationProvider {

    private static final String UNKNOWN = "somebody unknown";

    private final SecuritySettings settings;
    private final Secret adminPassword;
    private final People people;
    private final PasswordEncoder passwords;
    private final SignInTries tries;
    private final SignInAudit audit;

    /** Compared with where there is nothing else to compare with, for the time that it takes. */
    private final String nobodysHash;

    PersonLogin(
            SecuritySettings settings, People people, PasswordEncoder passwords, SignInTries tries, SignInAudit audit) {
        this.settings = settings;
        this.adminPassword = new Secret(settings.adminPassword());
        this.people = people;
        this.passwords = passwords;
        this.tries = tries;
        this.audit = audit;
        this.nobodysHash = String.valueOf(passwords.encode(UUID.randomUUID().toString()));
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String name = login.getName();
        String address = address(login);
        tries.begin(name, address);
        Known known = known(name, String.valueOf(login.getCredentials()));
        if (!known.rightPassword()) {
            audit.failed(known.name(), address);
            throw new BadCredentialsException("Wrong name or password.");
        }
        tries.succeeded(name, address);
        audit.signedIn(known.name(), address);
        UsernamePasswordAuthenticationToken somebody = Authorities.letIn(known.name(), known.role());
        somebody.setDetails(login.getDetails());
        return somebody;
    }

    private record Known(String name, Role role, boolean rightPassword) {}

    private Known known(String name, String password) {
        Optional<StoredPassword> stored = people.password(name);
        boolean rightForStored =
                matches(password, stored.map(StoredPassword::hash).orElse(nobodysHash));
        if (name.equals(settings.adminUser())) {
            return new Known(name, Role.OPERATOR, adminPassword.matches(password));
        }
        return stored.map(person -> new Known(person.name(), person.role(), rightForStored))
                .orElseGet(() -> new Known(UNKNOWN, Role.VIEWER, false));
    }

    private boolean matches(String password, String hash) {
        return passwords.matches(password, hash);
    }

    private static String address(Authentication login) {
        @Nullable Object details = login.getDetails();
        return details instanceof WebAuthenticationDetails web ? String.valueOf(web.getRemoteAddress()) : "nowhere";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
