package dev.squaresync.writer.mirror;

import org.springframework.core.NestedRuntimeException;

/** PostgreSQL could not take a page now; nothing of it was written. */
public final class PageNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    // The cause is the driver's: Spring's message would repeat the whole statement.
    PageNotWritten(NestedRuntimeException e) {
        super("PostgreSQL did not take the page: " + SqlFailure.of(e).reason(), e.getMostSpecificCause());
    }
}
