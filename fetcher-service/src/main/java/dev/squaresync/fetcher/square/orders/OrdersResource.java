package dev.squaresync.fetcher.square.orders;

import com.squareup.square.types.BatchGetOrdersRequest;
import com.squareup.square.types.SearchOrdersRequest;
import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.Question;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.fetcher.square.locations.LocationGroup;
import dev.squaresync.fetcher.square.locations.ShopLocation;
import dev.squaresync.fetcher.square.locations.ShopLocations;
import dev.squaresync.fetcher.square.orders.TimeSlices.TimeSlice;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Orders: a partition is a group of locations in a slice of time. */
@Component
@EnableConfigurationProperties(OrdersSettings.class)
class OrdersResource implements SquareResource {

    static final DataType ORDERS = DataType.of("orders");

    /** Square takes no more in one search. */
    static final int LARGEST_GROUP = 10;

    private final Square square;
    private final ShopLocations locations;
    private final OrdersSettings settings;

    OrdersResource(Square square, ShopLocations locations, OrdersSettings settings) {
        this.square = square;
        this.locations = locations;
        this.settings = settings;
    }

    @Override
    public DataType dataType() {
        return ORDERS;
    }

    @Override
    public List<Partition> plan(Window window) {
        List<ShopLocation> all = locations.all();
        List<LocationGroup> groups = LocationGroup.of(all, LARGEST_GROUP);
        List<TimeSlice> slices = slices(window, opening(all), groups.size());
        PartitionPlan plan = new PartitionPlan(ORDERS);
        for (LocationGroup group : groups) {
            for (TimeSlice slice : slices) {
                plan.add(label(group, slice), new Slice(group.ids(), List.of(), slice.from(), slice.to()));
            }
        }
        return plan.partitions();
    }

    @Override
    public SquarePage read(Slice slice, @Nullable String cursor) {
        SearchOrdersRequest request = OrdersSearch.request(slice, settings.pageSize(), cursor);
        return square.read(
                new Question("orders", cursor, client -> client.orders().search(request)));
    }

    @Override
    public SquareResource sightings() {
        return new OrderEntries(square, locations, settings);
    }

    @Override
    public List<SquarePage> lookUp(List<String> ids) {
        BatchGetOrdersRequest request =
                BatchGetOrdersRequest.builder().orderIds(ids).build();
        return List.of(
                square.read(Question.whole("orders", client -> client.orders().batchGet(request))));
    }

    private List<TimeSlice> slices(Window window, Instant opening, int groups) {
        Instant from = Optional.ofNullable(window.from()).orElse(settings.historyStart());
        int most = Math.max(1, settings.mostPartitions() / groups);
        return new TimeSlices(settings.slice()).of(from, opening, window.to(), most);
    }

    /** When the first location came to Square. Orders from before it are hardly to be expected, but asked for. */
    private Instant opening(List<ShopLocation> all) {
        return all.stream()
                .map(ShopLocation::createdAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(settings.historyStart());
    }

    private static String label(LocationGroup group, TimeSlice slice) {
        return group.label() + ", " + day(slice.from()) + " to " + day(slice.to());
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
