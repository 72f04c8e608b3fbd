package dev.squaresync.fetcher.square;

import org.jspecify.annotations.Nullable;

/** One entry of the {@code errors} in a reply. Empty texts where Square sent none. */
record SquareError(
        String category,
        String code,
        String detail,
        @Nullable String field) {

    private static final int LONGEST_DETAIL = 200;

    /** For a log line or a mail: on one line and short, whatever came. */
    String inWords() {
        String where = field == null || field.isEmpty() ? "" : " (" + field + ")";
        String words = code + (detail.isEmpty() ? "" : ": " + detail) + where;
        String oneLine = words.replaceAll("\\p{Cntrl}+", " ");
        return oneLine.length() > LONGEST_DETAIL ? oneLine.substring(0, LONGEST_DETAIL) + "…" : oneLine;
    }
}
