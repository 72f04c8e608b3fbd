package dev.squaresync.fetcher.page;

import dev.squaresync.message.PageLink;
import org.jspecify.annotations.Nullable;

/**
 * Notices cursors that go round in a circle, by Brent's algorithm: one earlier cursor is remembered, in the message, and moved
 * on at each power of two. A circle of any length is so noticed before three times its pages have been read.
 */
final class LoopGuard {

    private LoopGuard() {}

    /**
     * The mark that the next page carries.
     *
     * @param mark that this page carried; null on the first page
     * @param link of this page, with a next one
     * @param first number of this page
     * @param last number of this page's last part; the same as {@code first} unless the page was split
     * @throws CursorRepeats if the next cursor has been seen
     */
    static @Nullable String nextMark(@Nullable String mark, PageLink link, int first, int last) {
        boolean passesPowerOfTwo = Integer.highestOneBit(last) >= first;
        String newMark = passesPowerOfTwo ? link.cursor() : mark;
        String next = link.next();
        if (next != null && (next.equals(link.cursor()) || next.equals(newMark))) {
            throw new CursorRepeats(last);
        }
        return newMark;
    }
}
