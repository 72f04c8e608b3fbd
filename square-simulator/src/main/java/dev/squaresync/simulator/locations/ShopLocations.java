package dev.squaresync.simulator.locations;

import dev.squaresync.simulator.seed.Dice;
import dev.squaresync.simulator.seed.IdKind;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.seed.ShopSettings;
import dev.squaresync.simulator.seed.SquareIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All locations, active or not; at most their names ever change. */
public final class ShopLocations {
    private static final List<String> NAMES = List.of(
            "Harbor Street",
            "Old Mill",
            "O'Brien \"Corner\" Shop",
            "Café Lumière",
            "Ginza 銀座店",
            "Airport Kiosk ✈️",
            "North & South",
            "Riverside",
            "Market Hall <East>",
            "Fairground Stand",
            "University",
            "Warehouse Outlet");
    private static final int YEN_LOCATION = 4;
    private static final int CLOSED_LOCATION = 9;

    private final LocationJson json;
    private final Map<String, Integer> numberById;
    private volatile List<ShopLocation> locations;

    public ShopLocations(ShopSettings settings) {
        SquareIds ids = new SquareIds(settings.seed());
        this.json = new LocationJson(
                ids, settings.historyEnd().minus(settings.history()).toEpochMilli());
        this.locations = IntStream.range(0, settings.size().locations())
                .mapToObj(number -> first(number, ids))
                .toList();
        this.numberById = locations.stream().collect(Collectors.toMap(ShopLocation::id, ShopLocation::number));
    }

    public int count() {
        return locations.size();
    }

    /** @param number from 0 to {@link #count()} - 1 */
    public ShopLocation get(int number) {
        return locations.get(number);
    }

    /** The number of the location with this id, null if there is none. */
    public @Nullable Integer numberOf(String id) {
        return numberById.get(id);
    }

    /** As Square lists them: all, by name. */
    public List<JsonObject> listing() {
        return locations.stream()
                .sorted(Comparator.comparing(ShopLocation::name))
                .<JsonObject>map(location -> target -> json.write(location, target))
                .toList();
    }

    /** Gives so many locations a new name. */
    public synchronized void change(int count, long seed) {
        Dice dice = Dice.of(seed, 31, 0);
        List<ShopLocation> changed = new ArrayList<>(locations);
        for (int at = 0; at < count; at++) {
            int number = dice.below(changed.size());
            changed.set(number, changed.get(number).changed());
        }
        locations = List.copyOf(changed);
    }

    private static ShopLocation first(int number, SquareIds ids) {
        String id = "L" + ids.id(IdKind.LOCATION, number).substring(0, 12);
        String currency = number == YEN_LOCATION ? "JPY" : "USD";
        String name = number < NAMES.size() ? NAMES.get(number) : "Branch " + (number + 1);
        return new ShopLocation(number, id, name, currency, number != CLOSED_LOCATION, 0);
    }
}
