package dev.squaresync.message;

/**
 * What a page did to the mirror, in Square's top-level objects. Every object of the page is counted once.
 *
 * @param unchanged the mirror held the same or a newer version
 * @param deleted tombstones that took effect
 * @param parked objects that PostgreSQL could not hold, kept aside with the reason
 */
public record PageCounts(int inserted, int updated, int unchanged, int deleted, int parked) {

    public static final PageCounts NONE = new PageCounts(0, 0, 0, 0, 0);

    public PageCounts plus(PageCounts other) {
        return new PageCounts(
                inserted + other.inserted,
                updated + other.updated,
                unchanged + other.unchanged,
                deleted + other.deleted,
                parked + other.parked);
    }

    public int total() {
        return inserted + updated + unchanged + deleted + parked;
    }
}
