package dev.squaresync.simulator.orders;

/** The times by which orders are filtered and sorted, by Square's names. */
public enum OrderTimeField {
    CREATED_AT,
    UPDATED_AT,
    CLOSED_AT
}
