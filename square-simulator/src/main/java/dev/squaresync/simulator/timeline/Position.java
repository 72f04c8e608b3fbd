package dev.squaresync.simulator.timeline;

import java.util.Comparator;

/** Where an object stands in a sorted listing: by its time (epoch milliseconds), then by its number. */
public record Position(long time, long number) implements Comparable<Position> {
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::time).thenComparingLong(Position::number);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
