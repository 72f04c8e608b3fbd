package dev.squaresync.fetcher.page;

import dev.squaresync.fetcher.square.Problem;

/** Square's cursors go round in a circle: following them would never end. */
final class CursorRepeats extends RuntimeException implements Problem {

    private static final long serialVersionUID = 1L;

    CursorRepeats(int page) {
        super("Square's cursor after page " + page + " is one that it has given before, so the pages would never end.");
    }

    @Override
    public String code() {
        return "square-cursor-repeats";
    }

    @Override
    public boolean mayHeal() {
        return false;
    }
}
