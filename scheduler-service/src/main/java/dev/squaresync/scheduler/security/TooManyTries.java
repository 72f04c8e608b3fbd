package dev.squaresync.scheduler.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A try to sign in that was not even looked at. */
final class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyTries(Duration wait) {
        super("Too many tries.");
        this.wait = wait;
    }

    /** How long until a try is looked at again. */
    Duration waitFor() {
        return wait;
    }
}
