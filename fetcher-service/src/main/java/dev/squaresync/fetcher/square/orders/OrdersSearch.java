package dev.squaresync.fetcher.square.orders;

import com.squareup.square.types.SearchOrdersDateTimeFilter;
import com.squareup.square.types.SearchOrdersFilter;
import com.squareup.square.types.SearchOrdersQuery;
import com.squareup.square.types.SearchOrdersRequest;
import com.squareup.square.types.SearchOrdersSort;
import com.squareup.square.types.SearchOrdersSortField;
import com.squareup.square.types.SortOrder;
import com.squareup.square.types.TimeRange;
import dev.squaresync.fetcher.square.SquareTime;
import dev.squaresync.message.Slice;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SearchOrders by time of change, oldest first, in every state. Both ends are fixed, so that an order that changes while we
 * page leaves the window instead of moving within it. By time of creation, orders taken offline would be lost: they arrive up
 * to 72 h late. The sort must name the filter's time, else Square refuses.
 */
final class OrdersSearch {

    /** Square takes no more. */
    private static final int LARGEST_PAGE = 1000;

    private OrdersSearch() {}

    static SearchOrdersRequest request(Slice slice, int pageSize, @Nullable String cursor) {
        return search(slice, cursor).returnEntries(false).limit(pageSize).build();
    }

    /** Of each order only id, version and location. */
    static SearchOrdersRequest entries(Slice slice, @Nullable String cursor) {
        return search(slice, cursor).returnEntries(true).limit(LARGEST_PAGE).build();
    }

    private static SearchOrdersRequest.Builder search(Slice slice, @Nullable String cursor) {
        return SearchOrdersRequest.builder()
                .locationIds(slice.locationIds())
                .query(SearchOrdersQuery.builder()
                        .filter(changedIn(fixed(slice.from()), fixed(slice.to())))
                        .sort(SearchOrdersSort.builder()
                                .sortField(SearchOrdersSortField.UPDATED_AT)
                                .sortOrder(SortOrder.ASC)
                                .build())
                        .build())
                .cursor(Optional.ofNullable(cursor));
    }

    private static SearchOrdersFilter changedIn(Instant from, Instant to) {
        return SearchOrdersFilter.builder()
                .dateTimeFilter(SearchOrdersDateTimeFilter.builder()
                        .updatedAt(TimeRange.builder()
                                .startAt(SquareTime.from(from))
                                .endAt(SquareTime.to(to))
                                .build())
                        .build())
                .build();
    }

    private static Instant fixed(@Nullable Instant end) {
        return Objects.requireNonNull(end, "A slice of orders has both ends.");
    }
}
