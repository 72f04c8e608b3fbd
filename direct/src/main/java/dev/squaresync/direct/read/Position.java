package dev.squaresync.direct.read;

import org.jspecify.annotations.Nullable;

/**
 * The page of a partition to be read next.
 *
 * @param scan 1, and one more each time the partition had to start again because Square's cursor had expired
 * @param number 1 for the first page of a scan
 * @param cursor Square's; null for the first page
 */
public record Position(int scan, int number, @Nullable String cursor) {

    public static final Position START = new Position(1, 1, null);

    Position next(String nextCursor) {
        return new Position(scan, number + 1, nextCursor);
    }

    Position nextScan() {
        return new Position(scan + 1, 1, null);
    }
}
