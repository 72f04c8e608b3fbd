package dev.squaresync.simulator.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in the order of their time, slice by slice, without sorting more than a slice at once.
 *
 * @param from first epoch millisecond, inclusive
 * @param to last epoch millisecond, inclusive
 */
public record TimeScan(Events events, long from, long to, boolean descending, LongPredicate filter) {
    private static final int OBJECTS_A_SLICE = 2048;

    /** Up to {@code limit} events that follow the given position, or the first ones without a position. */
    public List<Position> after(@Nullable Position last, int limit) {
        Timeline timeline = events.timeline();
        long low = Math.max(from, earliest(timeline));
        long high = Math.min(to, latest(timeline));
        if (last != null && descending) {
            high = Math.min(high, last.time());
        } else if (last != null) {
            low = Math.max(low, last.time());
        }
        long length = timeline.durationOf(OBJECTS_A_SLICE);
        List<Position> found = new ArrayList<>(limit);
        while (low <= high && found.size() < limit) {
            long sliceLow = descending ? Math.max(low, high - length) : low;
            long sliceHigh = descending ? high : Math.min(high, low + length);
            List<Position> slice = slice(sliceLow, sliceHigh, last);
            found.addAll(slice.subList(0, Math.min(slice.size(), limit - found.size())));
            if (descending) {
                high = sliceLow - 1;
            } else {
                low = sliceHigh + 1;
            }
        }
        return found;
    }

    private long earliest(Timeline timeline) {
        long first = timeline.start() - events.lag();
        return events.moved().isEmpty()
                ? first
                : Math.min(first, events.moved().get(0).time());
    }

    private long latest(Timeline timeline) {
        List<Position> moved = events.moved();
        return moved.isEmpty()
                ? timeline.end()
                : Math.max(timeline.end(), moved.get(moved.size() - 1).time());
    }

    private List<Position> slice(long low, long high, @Nullable Position last) {
        List<Position> slice = new ArrayList<>();
        Timeline timeline = events.timeline();
        long end = timeline.firstFrom(high + events.lag() + 1);
        for (long number = timeline.firstFrom(low); number < end; number++) {
            if (events.hasMoved(number)) {
                continue;
            }
            long time = events.timeOf(number);
            if (time >= low && time <= high) {
                addIfWanted(new Position(time, number), last, slice);
            }
        }
        for (Position position : moved(low, high)) {
            addIfWanted(position, last, slice);
        }
        slice.sort(descending ? Comparator.reverseOrder() : Comparator.naturalOrder());
        return slice;
    }

    private List<Position> moved(long low, long high) {
        List<Position> moved = events.moved();
        return moved.subList(insertionPoint(moved, low), insertionPoint(moved, high + 1));
    }

    private static int insertionPoint(List<Position> sorted, long time) {
        int found = Collections.binarySearch(sorted, new Position(time, Long.MIN_VALUE));
        return found < 0 ? -found - 1 : found;
    }

    private void addIfWanted(Position position, @Nullable Position last, List<Position> slice) {
        if (last != null && (descending ? position.compareTo(last) >= 0 : position.compareTo(last) <= 0)) {
            return;
        }
        if (filter.test(position.number())) {
            slice.add(position);
        }
    }
}
