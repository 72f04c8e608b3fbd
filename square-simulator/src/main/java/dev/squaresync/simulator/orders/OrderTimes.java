package dev.squaresync.simulator.orders;

import dev.squaresync.simulator.timeline.Events;

/** An order's times in epoch milliseconds. An order that is not closed has {@link Events#NEVER} there. */
public record OrderTimes(long created, long updated, long closed) {
    long get(OrderTimeField field) {
        return switch (field) {
            case CREATED_AT -> created;
            case UPDATED_AT -> updated;
            case CLOSED_AT -> closed;
        };
    }

    boolean isClosed() {
        return closed != Events.NEVER;
    }
}
