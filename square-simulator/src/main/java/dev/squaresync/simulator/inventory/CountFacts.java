package dev.squaresync.simulator.inventory;

/**
 * One inventory count.
 *
 * @param variationId the catalog object that is counted
 * @param location the number of the location
 * @param state Square's word, or one that no client knows yet
 * @param calculatedAt epoch milliseconds of the last change
 * @param revision how often it was changed since the shop started
 */
public record CountFacts(
        long number, String variationId, int location, String state, long calculatedAt, int revision) {}
