package dev.squaresync.simulator.api;

import com.sun.net.httpserver.Headers;
import dev.squaresync.simulator.control.TokenFacts;
import dev.squaresync.simulator.wire.SquareError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lets in who has the token and speaks a version that exists. */
final class Gate {
    private static final LocalDate OLDEST_VERSION = LocalDate.of(2017, 3, 28);
    private static final LocalDate NEWEST_VERSION = LocalDate.of(2026, 9, 16);

    private final byte[] authorization;
    private final TokenFacts token;

    Gate(String accessToken, TokenFacts token) {
        this.token = token;
        this.authorization = ("Bearer " + accessToken).getBytes(StandardCharsets.UTF_8);
    }

    void checkToken(Headers headers) {
        String given = headers.getFirst("Authorization");
        if (given == null || !MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8))) {
            throw SquareError.unauthorized();
        }
        if (token.revoked()) {
            throw SquareError.revoked();
        }
    }

    /** The version in which the client wants to be answered; without one, the newest. */
    String version(Headers headers) {
        String given = headers.getFirst("Square-Version");
        if (given == null) {
            return NEWEST_VERSION.toString();
        }
        LocalDate version = date(given);
        if (version == null) {
            throw SquareError.badRequest(
                    "INVALID_SQUARE_VERSION_FORMAT", "'" + given + "' is not a version (YYYY-MM-DD).", null);
        }
        if (version.isBefore(OLDEST_VERSION) || version.isAfter(NEWEST_VERSION)) {
            throw SquareError.badRequest("API_VERSION_INCOMPATIBLE", "There is no API version " + given + ".", null);
        }
        return given;
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
