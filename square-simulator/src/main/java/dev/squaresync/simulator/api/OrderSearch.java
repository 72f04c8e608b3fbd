package dev.squaresync.simulator.api;

import dev.squaresync.simulator.locations.ShopLocations;
import dev.squaresync.simulator.orders.OrderTimeField;
import dev.squaresync.simulator.wire.SquareError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a client searches, with Square's rules checked.
 *
 * @param range which time it is filtered and sorted by, and how
 * @param filter the orders that are wanted
 * @param entries whether only ids and versions are asked for
 */
record OrderSearch(Range range, OrderFilter filter, int limit, boolean entries) {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MOST = 1000;
    private static final int MOST_LOCATIONS = 10;
    private static final Set<String> DATE_FIELDS = Set.of("created_at", "updated_at", "closed_at");

    /**
     * @param from epoch milliseconds, inclusive
     * @param to epoch milliseconds, inclusive; empty means the time of the first page
     */
    record Range(OrderTimeField field, long from, OptionalLong to, boolean descending) {}

    static OrderSearch parse(Fields body, ShopLocations locations) {
        body.allowOnly(Set.of("location_ids", "cursor", "query", "limit", "return_entries"));
        Fields query = body.object("query").allowOnly(Set.of("filter", "sort"));
        Fields filter = query.object("filter")
                .allowOnly(Set.of(
                        "state_filter", "date_time_filter", "fulfillment_filter", "source_filter", "customer_filter"));
        Set<Integer> places = locations(body, locations);
        OrderFilter wanted = OrderFilter.parse(filter, places);
        return new OrderSearch(range(filter, query, wanted), wanted, limit(body), body.flag("return_entries"));
    }

    private static Set<Integer> locations(Fields body, ShopLocations locations) {
        List<String> ids = body.textsAtMost(MOST_LOCATIONS, "location_ids");
        if (ids.isEmpty()) {
            throw SquareError.badRequest(
                    "MISSING_REQUIRED_PARAMETER", "Must specify at least one location.", "location_ids");
        }
        Set<Integer> numbers = new HashSet<>();
        for (String id : ids) {
            Integer number = locations.numberOf(id);
            if (number == null) {
                throw SquareError.badRequest("BAD_REQUEST", "There is no location '" + id + "'.", "location_ids");
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static int limit(Fields body) {
        int limit = body.number("limit").orElse(DEFAULT_LIMIT);
        if (limit < 1) {
            throw SquareError.badRequest("VALUE_TOO_LOW", "Limit must be at least 1.", "limit");
        }
        if (limit > MOST) {
            throw SquareError.badRequest("VALUE_TOO_HIGH", "Limit must be at most 1000.", "limit");
        }
        return limit;
    }

    private static Range range(Fields filter, Fields query, OrderFilter wanted) {
        Fields sort = query.object("sort").allowOnly(Set.of("sort_field", "sort_order"));
        OrderTimeField sortField = sortField(sort);
        boolean descending = descending(sort);
        if (sortField == OrderTimeField.CLOSED_AT && wanted.admitsOpenOrders()) {
            throw SquareError.badRequest(
                    "BAD_REQUEST",
                    "Orders that are not closed cannot be sorted by CLOSED_AT; filter by state.",
                    sort.pathOf("sort_field"));
        }
        Fields dates = filter.object("date_time_filter").allowOnly(DATE_FIELDS);
        List<String> given =
                new ArrayList<>(DATE_FIELDS.stream().filter(dates::has).toList());
        if (given.isEmpty()) {
            return new Range(sortField, 0, OptionalLong.empty(), descending);
        }
        if (given.size() > 1) {
            throw SquareError.badRequest(
                    "CONFLICTING_PARAMETERS", "Only one time can be filtered.", "query.filter.date_time_filter");
        }
        String field = given.get(0);
        if (!sortField.name().equals(field.toUpperCase(Locale.ROOT))) {
            throw SquareError.badRequest(
                    "BAD_REQUEST",
                    "The sort field must be the filtered time " + field.toUpperCase(Locale.ROOT) + ".",
                    sort.pathOf("sort_field"));
        }
        return range(dates.object(field), sortField, descending);
    }

    private static Range range(Fields dates, OrderTimeField field, boolean descending) {
        dates.allowOnly(Set.of("start_at", "end_at"));
        long from = dates.timeFrom("start_at").orElse(0);
        OptionalLong to = dates.timeUntil("end_at");
        if (to.isPresent() && to.getAsLong() < from) {
            throw SquareError.badRequest("INVALID_TIME_RANGE", "end_at is before start_at.", dates.pathOf("end_at"));
        }
        return new Range(field, from, to, descending);
    }

    private static OrderTimeField sortField(Fields sort) {
        String text = sort.text("sort_field");
        if (text == null) {
            return OrderTimeField.CREATED_AT;
        }
        for (OrderTimeField field : OrderTimeField.values()) {
            if (field.name().equals(text)) {
                return field;
            }
        }
        throw SquareError.badRequest(
                "INVALID_ENUM_VALUE", "'" + text + "' is not a sort field.", sort.pathOf("sort_field"));
    }

    private static boolean descending(Fields sort) {
        String text = sort.text("sort_order");
        if (text == null || text.equals("DESC")) {
            return true;
        }
        if (text.equals("ASC")) {
            return false;
        }
        throw SquareError.badRequest(
                "INVALID_SORT_ORDER", "'" + text + "' is not a sort order.", sort.pathOf("sort_order"));
    }
}
