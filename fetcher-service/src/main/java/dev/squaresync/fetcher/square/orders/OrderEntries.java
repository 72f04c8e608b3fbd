package dev.squaresync.fetcher.square.orders;

import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.Question;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.fetcher.square.locations.LocationGroup;
import dev.squaresync.fetcher.square.locations.ShopLocations;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which orders there are: id, version and location of each, a thousand in a page, and the whole window in one slice. */
final class OrderEntries implements SquareResource {

    private final Square square;
    private final ShopLocations locations;
    private final OrdersSettings settings;

    OrderEntries(Square square, ShopLocations locations, OrdersSettings settings) {
        this.square = square;
        this.locations = locations;
        this.settings = settings;
    }

    @Override
    public DataType dataType() {
        return OrdersResource.ORDERS;
    }

    @Override
    public List<Partition> plan(Window window) {
        Instant from = Optional.ofNullable(window.from()).orElse(settings.historyStart());
        PartitionPlan plan = new PartitionPlan(OrdersResource.ORDERS);
        for (LocationGroup group : LocationGroup.of(locations.all(), OrdersResource.LARGEST_GROUP)) {
            plan.add(group.label(), new Slice(group.ids(), List.of(), from, window.to()));
        }
        return plan.partitions();
    }

    @Override
    public SquarePage read(Slice slice, @Nullable String cursor) {
        return square.read(new Question(
                "order_entries", cursor, client -> client.orders().search(OrdersSearch.entries(slice, cursor))));
    }

    @Override
    public List<SquarePage> lookUp(List<String> ids) {
        throw new UnsupportedOperationException("Orders are looked up whole.");
    }
}
