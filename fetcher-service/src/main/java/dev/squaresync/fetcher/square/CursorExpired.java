package dev.squaresync.fetcher.square;

/**
 * Square no longer knows the cursor (400 INVALID_CURSOR). Cursors live for some minutes; the way out is to read the partition
 * again from its first page.
 */
public final class CursorExpired extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    public CursorExpired() {
        super("Square no longer knows the cursor (INVALID_CURSOR).");
    }

    @Override
    public String code() {
        return "square-cursor-expires";
    }

    @Override
    public boolean mayHeal() {
        return false;
    }
}
