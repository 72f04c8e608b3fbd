package dev.squaresync.simulator.shop;

/** What can happen to the shop. */
public enum Change {
    ORDERS("orders"),
    NEW_ORDERS("newOrders"),
    ITEMS("items"),
    NEW_ITEMS("newItems"),
    /** Deletes items with their variations. */
    DELETE_ITEMS("deleteItems"),
    CATEGORIES("categories"),
    NEW_CATEGORIES("newCategories"),
    DELETE_CATEGORIES("deleteCategories"),
    LOCATIONS("locations"),
    INVENTORY("inventory");

    private final String word;

    Change(String word) {
        this.word = word;
    }

    /** How the control API calls it. */
    public String word() {
        return word;
    }
}
