package dev.squaresync.fetcher.square.inventory;

import com.squareup.square.types.BatchGetInventoryCountsRequest;
import dev.squaresync.fetcher.square.PartitionPlan;
import dev.squaresync.fetcher.square.Question;
import dev.squaresync.fetcher.square.Square;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.SquareTime;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.fetcher.square.locations.LocationGroup;
import dev.squaresync.fetcher.square.locations.ShopLocation;
import dev.squaresync.fetcher.square.locations.ShopLocations;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * BatchRetrieveInventoryCounts, of all states. Square sorts newest first and knows no end of the window: a count that changes
 * while its group is read jumps to the front and is found by the next run.
 */
@Component
class InventoryResource implements SquareResource {

    private static final DataType INVENTORY = DataType.of("inventory");

    /** Square's maximum. */
    private static final int PAGE_SIZE = 1000;

    private static final int GROUPS_AIMED_AT = 8;
    private static final int LARGEST_GROUP = 10;

    private final Square square;
    private final ShopLocations locations;

    InventoryResource(Square square, ShopLocations locations) {
        this.square = square;
        this.locations = locations;
    }

    @Override
    public DataType dataType() {
        return INVENTORY;
    }

    @Override
    public List<Partition> plan(Window window) {
        List<ShopLocation> all = locations.all();
        PartitionPlan plan = new PartitionPlan(INVENTORY);
        for (LocationGroup group : LocationGroup.of(all, largestGroup(all.size()))) {
            plan.add(group.label(), new Slice(group.ids(), List.of(), window.from(), null));
        }
        return plan.partitions();
    }

    @Override
    public SquarePage read(Slice slice, @Nullable String cursor) {
        return counts(
                BatchGetInventoryCountsRequest.builder()
                        .locationIds(slice.locationIds())
                        .updatedAfter(Optional.ofNullable(slice.from()).map(SquareTime::after)),
                cursor);
    }

    @Override
    public List<SquarePage> lookUp(List<String> ids) {
        List<SquarePage> pages = new ArrayList<>();
        String cursor = null;
        do {
            SquarePage page = counts(BatchGetInventoryCountsRequest.builder().catalogObjectIds(ids), cursor);
            pages.add(page);
            cursor = page.nextCursor();
        } while (cursor != null);
        return pages;
    }

    private SquarePage counts(BatchGetInventoryCountsRequest.Builder wanted, @Nullable String cursor) {
        BatchGetInventoryCountsRequest request =
                wanted.limit(PAGE_SIZE).cursor(Optional.ofNullable(cursor)).build();
        return square.read(
                new Question("counts", cursor, client -> client.inventory().batchGetCounts(request)));
    }

    private static int largestGroup(int locations) {
        int share = (locations + GROUPS_AIMED_AT - 1) / GROUPS_AIMED_AT;
        return Math.min(share, LARGEST_GROUP);
    }
}
