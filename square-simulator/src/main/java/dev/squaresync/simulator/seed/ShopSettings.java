package dev.squaresync.simulator.seed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From what the shop grows. Two shops of equal settings answer with equal bytes.
 *
 * @param historyEnd the instant before which the shop's first orders end
 * @param history how far back from {@code historyEnd} the orders go
 * @param accessToken the bearer token that clients must send
 * @param unknownCatalogType whether an object of a type that no client knows is listed among the items
 */
public record ShopSettings(
        long seed,
        ShopSize size,
        Instant historyEnd,
        Duration history,
        String accessToken,
        boolean unknownCatalogType) {

    public static final long DEFAULT_SEED = 20_260_624;
    public static final ShopSize DEFAULT_SIZE = new ShopSize(30_391, 900, 12);

    public ShopSettings {
        if (accessToken.isBlank()) {
            throw new IllegalArgumentException("The access token that clients must send is empty.");
        }
        if (history.toMillis() < size.orders()) {
            throw new IllegalArgumentException("A history of %s has no room for %d orders, at most one a millisecond."
                    .formatted(history, size.orders()));
        }
    }

    /** A shop whose last three years end at the last full hour of the clock. */
    public static ShopSettings defaults(Clock clock) {
        Instant lastHour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return new ShopSettings(
                DEFAULT_SEED, DEFAULT_SIZE, lastHour, Duration.ofDays(3 * 365), "simulator-token", false);
    }

    public ShopSettings withSeed(long newSeed) {
        return new ShopSettings(newSeed, size, historyEnd, history, accessToken, unknownCatalogType);
    }

    public ShopSettings withSize(ShopSize newSize) {
        return new ShopSettings(seed, newSize, historyEnd, history, accessToken, unknownCatalogType);
    }

    public ShopSettings withHistoryEnd(Instant end) {
        return new ShopSettings(seed, size, end, history, accessToken, unknownCatalogType);
    }

    public ShopSettings withHistory(Duration newHistory) {
        return new ShopSettings(seed, size, historyEnd, newHistory, accessToken, unknownCatalogType);
    }

    public ShopSettings withAccessToken(String token) {
        return new ShopSettings(seed, size, historyEnd, history, token, unknownCatalogType);
    }

    public ShopSettings withUnknownCatalogType() {
        return new ShopSettings(seed, size, historyEnd, history, accessToken, true);
    }
}
