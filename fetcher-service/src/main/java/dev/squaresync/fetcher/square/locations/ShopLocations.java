package dev.squaresync.fetcher.square.locations;

import dev.squaresync.fetcher.square.LocationsInPages;
import dev.squaresync.fetcher.square.NoLocations;
import dev.squaresync.fetcher.square.Question;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquarePage;
import java.util.List;
import org.springframework.stereotype.Component;

/** The shop's locations, as Square lists them now. */
@Component
public class ShopLocations {

    static final String LIST_NAME = "locations";

    private final Square square;
    private final LocationList reader = new LocationList();

    ShopLocations(Square square) {
        this.square = square;
    }

    /**
     * All locations, also the inactive ones, which still have a history; sorted by id and never empty.
     *
     * @throws NoLocations if Square lists none
     */
    public List<ShopLocation> all() {
        List<ShopLocation> locations = List.copyOf(reader.read(list().body().bytes()));
        if (locations.isEmpty()) {
            throw new NoLocations();
        }
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
}
