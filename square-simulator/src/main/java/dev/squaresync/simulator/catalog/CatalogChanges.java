package dev.squaresync.simulator.catalog;

/** How many catalog objects to change, to add and to delete at once. */
public record CatalogChanges(
        int items, int newItems, int deleteItems, int categories, int newCategories, int deleteCategories) {
    boolean isEmpty() {
        return items + newItems + deleteItems + categories + newCategories + deleteCategories == 0;
    }
}
