package dev.squaresync.simulator.inventory;

import dev.squaresync.simulator.timeline.Position;
import java.util.List;
import java.util.Map;

/**
 * The counts at one moment; it never changes.
 *
 * @param moved those that changed or were added since the shop started, by number
 * @param sorted the positions of {@code moved}
 */
record CountsState(long count, Map<Long, CountFacts> moved, List<Position> sorted) {
    static CountsState of(long count, Map<Long, CountFacts> moved) {
        List<Position> sorted = moved.values().stream()
                .map(facts -> new Position(facts.calculatedAt(), facts.number()))
                .sorted()
                .toList();
        return new CountsState(count, moved, sorted);
    }
}
