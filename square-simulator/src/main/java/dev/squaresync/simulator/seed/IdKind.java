package dev.squaresync.simulator.seed;

/** What an id belongs to. The order is part of every id: add at the end only. */
public enum IdKind {
    ORDER,
    CATALOG_OBJECT,
    TENDER,
    REFUND,
    CUSTOMER,
    LOCATION,
    MERCHANT
}
