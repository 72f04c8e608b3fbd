package dev.squaresync.fetcher.square;

import dev.squaresync.message.RawJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Square says of the access token.
 *
 * @param scopes what it may do, such as {@code ORDERS_READ}; empty: Square does not say
 * @param expiresAt null: never, as a personal token
 */
public record TokenStatus(Set<String> scopes, @Nullable Instant expiresAt) {

    /** Throws {@link SquareUnavailable} if it cannot be understood. */
    static TokenStatus read(RawJson reply) {
        JsonNode json = JsonMapper.shared().readTree(reply.bytes());
        Set<String> scopes = new TreeSet<>();
        json.path("scopes").forEach(scope -> scopes.add(scope.asString("")));
        return new TokenStatus(scopes, expiry(json.path("expires_at").asString("")));
    }

    private static @Nullable Instant expiry(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new SquareUnavailable("Square's reply is broken: the token's expiry is no time.");
        }
    }
}
