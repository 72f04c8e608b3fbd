package dev.squaresync.message;

import java.util.UUID;

/**
 * Where a page stands.
 *
 * @param scan 1, and one more each time the partition had to start again because Square's cursor had expired
 * @param number 1 for the first page of a scan
 */
public record PageId(UUID runId, DataType dataType, String partitionId, int scan, int number) {

    /** The page after this one in the same scan. */
    public PageId next() {
        return new PageId(runId, dataType, partitionId, scan, number + 1);
    }
}
