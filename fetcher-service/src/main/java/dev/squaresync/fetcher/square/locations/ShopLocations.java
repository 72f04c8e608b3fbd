package dev.squaresync.fetcher.square.locations;

import dev.squaresync.fetcher.square.LocationsInPages;
import dev.squaresync.fetcher.square.NoLocations;
import dev.squaresync.fetcher.square.Question;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareUnavailable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop's locations, as Square lists them now. */
@Component
public class ShopLocations {

    static final String LIST_NAME = "locations";

    private final Square square;
    private final JsonMapper json = JsonMapper.builder().build();

    ShopLocations(Square square) {
        this.square = square;
    }

    /**
     * All locations, also the inactive ones, which still have a history; sorted by id and never empty.
     *
     * @throws NoLocations if Square lists none
     */
    public List<ShopLocation> all() {
        List<ShopLocation> locations = new ArrayList<>();
        for (JsonNode location : json.readTree(list().body().bytes()).path(LIST_NAME)) {
            locations.add(new ShopLocation(
                    id(location), time(location.path("created_at").asString(""))));
        }
        if (locations.isEmpty()) {
            throw new NoLocations();
        }
        locations.sort(Comparator.comparing(ShopLocation::id));
        return locations;
    }

    /** Square's list as it came. */
    SquarePage list() {
        SquarePage page = square.read(
                new Question(LIST_NAME, null, client -> client.locations().list()));
        if (page.nextCursor() != null) {
            throw new LocationsInPages();
        }
        return page;
    }

    private static String id(JsonNode location) {
        String id = location.path("id").asString("");
        if (id.isEmpty()) {
            // Skipping it would lose all that happened there.
            throw new SquareUnavailable("Square's list of locations has one without an id.");
        }
        return id;
    }

    private static @Nullable Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
