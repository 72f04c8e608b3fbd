package dev.squaresync.simulator.timeline;

import java.util.List;

/**
 * What happened when: objects on their timeline, and the few that have left it because they changed or are new. One
 * state of the shop; it never changes.
 */
public interface Events {
    /** Where the objects stand that have not moved. */
    Timeline timeline();

    /** How much earlier than its place on the timeline an object's time can be, in milliseconds. */
    long lag();

    /** Whether the object has left the timeline and stands in {@link #moved} instead. */
    boolean hasMoved(long number);

    /** The object's time in epoch milliseconds, {@link #NEVER} if it has none. Asked only for what has not moved. */
    long timeOf(long number);

    /** Those that have left the timeline, sorted. */
    List<Position> moved();

    /** Stands for "has no such time". */
    long NEVER = Long.MIN_VALUE;
}
