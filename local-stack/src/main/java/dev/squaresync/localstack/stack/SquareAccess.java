package dev.squaresync.localstack.stack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Square itself, in place of the simulator.
 *
 * @param baseUrl the API's address
 * @param accessToken the shop's token
 * @param environment {@code production} or {@code sandbox}
 */
public record SquareAccess(String baseUrl, String accessToken, String environment) {

    private static final Map<String, String> ADDRESSES = Map.of(
            "production", "https://connect.squareup.com",
            "sandbox", "https://connect.squareupsandbox.com");

    /**
     * Reads SQUARE_ACCESS_TOKEN, SQUARE_ENVIRONMENT and SQUARE_BASE_URL.
     *
     * @return empty when neither a token nor an address is set
     * @throws IllegalArgumentException if they are set in part or wrongly; the message is for a person
     */
    public static Optional<SquareAccess> from(Map<String, String> environment) {
        String token = environment.getOrDefault("SQUARE_ACCESS_TOKEN", "").strip();
        String baseUrl = environment.getOrDefault("SQUARE_BASE_URL", "").strip();
        String name = environment.getOrDefault("SQUARE_ENVIRONMENT", "").strip().toLowerCase(Locale.ROOT);
        if (token.isEmpty() && baseUrl.isEmpty()) {
            return Optional.empty();
        }
        if (token.isEmpty()) {
            throw new IllegalArgumentException(
                    "SQUARE_BASE_URL is set but SQUARE_ACCESS_TOKEN is not: set both, or neither for the simulator.");
        }
        @Nullable String usualAddress = ADDRESSES.get(name);
        if (usualAddress == null && (baseUrl.isEmpty() || !name.isEmpty())) {
            throw new IllegalArgumentException(
                    "SQUARE_ACCESS_TOKEN is set: set SQUARE_ENVIRONMENT to production or sandbox as well"
                            + (name.isEmpty() ? "." : " (it is \"" + name + "\")."));
        }
        return Optional.of(new SquareAccess(
                baseUrl.isEmpty() && usualAddress != null ? usualAddress : baseUrl,
                token,
                name.isEmpty() ? "sandbox" : name));
    }

    @Override
    public String toString() {
        return "Square at " + baseUrl;
    }
}
