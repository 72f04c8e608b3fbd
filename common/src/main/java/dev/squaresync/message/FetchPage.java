package dev.squaresync.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fetcher asks itself, or another instance, for one page.
 *
 * @param scan as in {@link PageId}
 * @param number as in {@link PageId}
 * @param cursor Square's cursor for this page; null for the first page
 * @param loopMark the digest of a cursor seen earlier in this scan, kept to notice cursors that go round in a circle; null
 *     on the first page
 */
public record FetchPage(
        UUID runId,
        DataType dataType,
        Partition partition,
        int scan,
        int number,
        @Nullable String cursor,
        @Nullable String loopMark) {

    /** The first page of a partition's first scan. */
    public static FetchPage first(UUID runId, DataType dataType, Partition partition) {
        return new FetchPage(runId, dataType, partition, 1, 1, null, null);
    }

    public PageId page() {
        return new PageId(runId, dataType, partition.id(), scan, number);
    }
}
