package dev.squaresync.simulator.catalog;

/**
 * What the shop remembers of one catalog object; the rest of it follows from the seed.
 *
 * @param number the place in the catalog, for ever; the id follows from it
 * @param ordinal from 0, among the objects of its type
 * @param family where the item of a variation stands, or where an item's first variation stands; else the number
 * @param stamp version, revision and deletion
 */
record CatalogEntry(int number, CatalogType type, int ordinal, Family family, Stamp stamp) {

    /** @param item the number of the item, @param firstVariation the number of its first variation of so many */
    record Family(int item, int firstVariation, int variations) {
        static final Family NONE = new Family(-1, -1, 0);
    }

    /**
     * @param version epoch milliseconds of the last change, as Square's versions are
     * @param revision how often the object was changed
     */
    record Stamp(long version, int revision, boolean deleted) {
        Stamp changed(long newVersion) {
            return new Stamp(newVersion, revision + 1, deleted);
        }

        Stamp deleted(long newVersion) {
            return new Stamp(newVersion, revision, true);
        }
    }

    CatalogEntry changed(long version) {
        return new CatalogEntry(number, type, ordinal, family, stamp.changed(version));
    }

    CatalogEntry deleted(long version) {
        return new CatalogEntry(number, type, ordinal, family, stamp.deleted(version));
    }

    boolean isDeleted() {
        return stamp.deleted();
    }

    long version() {
        return stamp.version();
    }
}
