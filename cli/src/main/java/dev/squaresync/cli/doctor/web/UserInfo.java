package dev.squaresync.cli.doctor.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user and a password as they stand in an address, decoded. */
public record UserInfo(String user, String password) {

    /**
     * @param raw percent-encoded, as {@code user:password}; null: none
     * @return empty if there is no password
     */
    public static Optional<UserInfo> parse(@Nullable String raw) {
        int colon = raw == null ? -1 : raw.indexOf(':');
        if (raw == null || colon < 0) {
            return Optional.empty();
        }
        return Optional.of(new UserInfo(decoded(raw.substring(0, colon)), decoded(raw.substring(colon + 1))));
    }

    /** In the user's part of an address a plus is a plus, other than in a form. */
    public static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Never the password. */
    @Override
    public String toString() {
        return user;
    }
}
