package dev.squaresync.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The fetcher asks itself, or another instance, for one page.
 *
 * @param purpose a page for the purpose LOOK_UP holds the objects of its slice's ids
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
        Purpose purpose,
        int scan,
        int number,
        @Nullable String cursor,
        @Nullable String loopMark) {

    public FetchPage {
        // Earlier versions did not say it.
        purpose = purpose == null ? Purpose.MIRROR : purpose;
    }

    /** The first page of a partition's first scan. */
    public static FetchPage first(UUID runId, DataType dataType, Partition partition, Purpose purpose) {
        return new FetchPage(runId, dataType, partition, purpose, 1, 1, null, null);
    }

    /** The page after this one. */
    public FetchPage next(int number, String cursor, @Nullable String loopMark) {
        return new FetchPage(runId, dataType, partition, purpose, scan, number, cursor, loopMark);
    }

    /** The first page of the partition's next scan. */
    public FetchPage again() {
        return new FetchPage(runId, dataType, partition, purpose, scan + 1, 1, null, null);
    }

    public PageId page() {
        return new PageId(runId, dataType, partition.id(), scan, number);
    }
}
