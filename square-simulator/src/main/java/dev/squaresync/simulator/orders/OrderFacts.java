package dev.squaresync.simulator.orders;

/**
 * What is asked of an order before all of it is written.
 *
 * @param number from 0, in the order of creation
 * @param revision how often it was changed since the shop started
 * @param location the number of its location
 * @param state Square's word, or one that no client knows yet
 * @param returnedSale the number of the order whose goods came back; -1 if this is a sale
 */
public record OrderFacts(long number, int revision, int location, String state, OrderTimes times, long returnedSale) {
    public boolean isReturn() {
        return returnedSale >= 0;
    }
}
