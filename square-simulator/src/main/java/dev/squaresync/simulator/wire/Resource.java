package dev.squaresync.simulator.wire;

import java.util.Locale;

/** The parts of the API that can be slow or broken on their own. */
public enum Resource {
    ORDERS,
    CATALOG,
    LOCATIONS,
    INVENTORY,
    /** All of them. */
    ANY;

    /** The resource of a path such as {@code /v2/orders/search}; {@link #ANY} if it is of no resource. */
    public static Resource ofPath(String path) {
        for (Resource resource : values()) {
            if (path.startsWith("/v2/" + resource.word())) {
                return resource;
            }
        }
        return ANY;
    }

    /** @throws IllegalArgumentException with a sentence for people */
    public static Resource ofWord(String word) {
        for (Resource resource : values()) {
            if (resource.word().equals(word)) {
                return resource;
            }
        }
        throw new IllegalArgumentException(
                "There is no resource '" + word + "': use orders, catalog, locations, inventory or *.");
    }

    public String word() {
        return this == ANY ? "*" : name().toLowerCase(Locale.ROOT);
    }

    public boolean includes(Resource other) {
        return this == ANY || this == other;
    }
}
