package dev.squaresync.direct.read;

import dev.squaresync.message.PageCounts;

/** Where pages go. Several threads bring some at once. */
public interface Destination {

    /**
     * Takes a page, wholly or not at all.
     *
     * @throws dev.squaresync.writer.mirror.PageNotWritten if it cannot be taken now
     * @throws dev.squaresync.writer.mirror.UnreadablePage if it never can
     */
    PageCounts take(ReadPage page);

    /** All pages of a partition have been taken. */
    void whole(Stretch stretch);
}
