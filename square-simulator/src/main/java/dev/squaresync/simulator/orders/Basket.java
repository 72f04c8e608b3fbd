package dev.squaresync.simulator.orders;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What was sold in one order, in the smallest unit of its currency.
 *
 * @param serviceCharge on top of the lines
 * @param tip on top of everything
 */
record Basket(String currency, List<OrderLine> lines, long serviceCharge, long tip) {
    long tax() {
        return sum(OrderLine::tax);
    }

    long discount() {
        return sum(OrderLine::discount);
    }

    long total() {
        return sum(OrderLine::total) + serviceCharge + tip;
    }

    private long sum(ToLongFunction<OrderLine> part) {
        return lines.stream().mapToLong(part).sum();
    }
}
