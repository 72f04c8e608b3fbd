package dev.squaresync.fetcher.square.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a window into slices of about the same length. Neighbours share the instant at which they meet: Square's ends are
 * inclusive, and an order that is read twice does no harm.
 */
final class TimeSlices {

    private final Duration length;

    /**
     * @param length wished for; slices get longer when there would be too many
     */
    TimeSlices(Duration length) {
        this.length = length;
    }

    record TimeSlice(Instant from, Instant to) {}

    /**
     * @param busyFrom before it hardly anything is expected: the first slice also covers the time from the window's start to it
     * @param most slices, 1 or more
     */
    List<TimeSlice> of(Instant from, Instant busyFrom, Instant to, int most) {
        Instant start = busyFrom.isAfter(from) && busyFrom.isBefore(to) ? busyFrom : from;
        int count = count(Duration.between(start, to), most);
        Duration step = Duration.between(start, to).dividedBy(count);
        List<TimeSlice> slices = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant sliceFrom = i == 0 ? from : start.plus(step.multipliedBy(i));
            Instant sliceTo = i == count - 1 ? to : start.plus(step.multipliedBy(i + 1L));
            slices.add(new TimeSlice(sliceFrom, sliceTo));
        }
        return slices;
    }

    private int count(Duration whole, int most) {
        if (whole.compareTo(length) <= 0) {
            return 1;
        }
        long wished = whole.minusNanos(1).dividedBy(length) + 1;
        return (int) Math.min(wished, most);
    }
}
