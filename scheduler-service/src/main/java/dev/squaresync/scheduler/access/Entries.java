package dev.squaresync.scheduler.access;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is typed in when access is given. */
final class Entries {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+-]{0,59}");
    private static final int SHORTEST_PASSWORD = 12;

    /** bcrypt reads no more. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private Entries() {}

    static String name(@Nullable String name) {
        String given = name == null ? "" : name.strip();
        if (!NAME.matcher(given).matches()) {
            throw new InvalidAccess(
                    "name",
                    "Give a name of 1 to 60 letters, digits, spaces and . _ @ + -, that begins with a letter or a digit.");
        }
        return given;
    }

    static Role role(@Nullable String role) {
        return Role.of(role == null ? "" : role)
                .orElseThrow(() -> new InvalidAccess("role", "The role is viewer or operator."));
    }

    static String password(@Nullable String password) {
        String given = password == null ? "" : password;
        if (given.codePointCount(0, given.length()) < SHORTEST_PASSWORD) {
            throw new InvalidAccess("password", "Give a password of at least " + SHORTEST_PASSWORD + " characters.");
        }
        if (given.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw new InvalidAccess(
                    "password", "Give a shorter password: at most " + LONGEST_PASSWORD_BYTES + " bytes count.");
        }
        return given;
    }
}
