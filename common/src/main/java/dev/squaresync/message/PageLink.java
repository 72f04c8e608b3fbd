package dev.squaresync.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * How a page hangs together with its neighbours, as digests of Square's cursors. A scan is whole only when an unbroken chain
 * leads from its first page to one without a next: counting pages would not notice that two fetches of the same page were
 * answered differently and that their successors were mixed.
 *
 * @param cursor digest of the cursor that fetched this page; empty for the first page
 * @param next digest of the cursor in Square's reply; null: this is the last page
 */
public record PageLink(String cursor, @Nullable String next) {

    /** The cursor digest of a scan's first page. */
    public static final String START = "";

    @JsonIgnore
    public boolean isLast() {
        return next == null;
    }
}
