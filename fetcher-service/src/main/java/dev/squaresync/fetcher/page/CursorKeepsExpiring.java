package dev.squaresync.fetcher.page;

import dev.squaresync.fetcher.square.CursorExpired;
import dev.squaresync.fetcher.square.Problem;

/** The partition was started again and again and never came to its end in time. */
final class CursorKeepsExpiring extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    private final String code;

    CursorKeepsExpiring(int scans, CursorExpired cause) {
        super("Square's cursor expired in each of " + scans + " scans of this partition.", cause);
        this.code = cause.code();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public boolean mayHeal() {
        return false;
    }
}
