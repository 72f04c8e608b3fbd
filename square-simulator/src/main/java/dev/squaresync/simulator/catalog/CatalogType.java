package dev.squaresync.simulator.catalog;

/** The types of catalog objects that the shop has, by Square's names. */
public enum CatalogType {
    ITEM,
    ITEM_VARIATION,
    CATEGORY,
    TAX,
    DISCOUNT,
    MODIFIER_LIST,
    /** A type that no client knows yet. */
    HOLOGRAM
}
