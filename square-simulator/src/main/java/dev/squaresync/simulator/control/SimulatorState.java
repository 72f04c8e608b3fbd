package dev.squaresync.simulator.control;

import dev.squaresync.simulator.fault.Fault;
import dev.squaresync.simulator.seed.ShopSettings;
import java.util.List;

/**
 * How much the shop has now, and what waits for it.
 *
 * @param changedOrders how many orders were changed or added since the start
 * @param catalogObjects of all types, deleted ones included
 */
public record SimulatorState(
        ShopSettings settings,
        long orders,
        int changedOrders,
        int catalogObjects,
        long inventoryCounts,
        Waiting waiting) {
    /**
     * @param changes how many sets of changes wait for requests
     * @param requests how many requests came so far
     */
    public record Waiting(List<Fault> faults, int changes, long requests) {}
}
