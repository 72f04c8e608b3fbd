package dev.squaresync.fetcher.square.locations;

import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** ListLocations: everything in one page, without a filter; a location has no time of change. */
@Component
class LocationsResource implements SquareResource {

    private static final DataType LOCATIONS = DataType.of("locations");

    private final ShopLocations locations;

    LocationsResource(ShopLocations locations) {
        this.locations = locations;
    }

    @Override
    public DataType dataType() {
        return LOCATIONS;
    }

    @Override
    public List<Partition> plan(Window window) {
        return new PartitionPlan(LOCATIONS)
                .add("all locations", new Slice(List.of(), List.of(), null, null))
                .partitions();
    }

    @Override
    public SquarePage read(Slice slice, @Nullable String cursor) {
        return locations.list();
    }

    /** All of them: Square's list is no longer than one page. */
    @Override
    public List<SquarePage> lookUp(List<String> ids) {
        return List.of(locations.list());
    }
}
