package dev.squaresync.direct.setting;

import java.util.HashMap;
import java.util.Map;

/** Settings of the reader of Square that the environment does not hold, taken from what {@code ./square-sync up} wrote. */
public final class SquareAccess {

    private SquareAccess() {}

    /** Empty if the environment has a token of its own: that one belongs to the address in the environment. */
    public static Map<String, Object> of(Surroundings surroundings) {
        Map<String, Object> properties = new HashMap<>();
        if (surroundings.ofEnvironment("SQUARE_ACCESS_TOKEN").isEmpty()) {
            surroundings.ofUp("SIMULATOR_TOKEN").ifPresent(token -> {
                properties.put("square.access-token", token);
                properties.put("square.environment", "sandbox");
                surroundings.ofUp("SQUARE_BASE_URL").ifPresent(url -> properties.put("square.base-url", url));
                // The default protects an account at Square; the simulator needs no protection.
                properties.put(
                        "square.requests-per-second",
                        surroundings.ofEnvironment("SQUARE_REQUESTS_PER_SECOND").orElse("200"));
            });
        }
        return properties;
    }
}
