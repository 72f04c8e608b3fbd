package dev.squaresync.writer.mirror;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.transaction.TransactionSystemException;

/** PostgreSQL could not take a page now; nothing of it was written. */
public final class PageNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageNotWritten(NestedRuntimeException e) {
        this(first(e));
    }

    // The cause is the driver's: Spring's message would repeat the whole statement.
    private PageNotWritten(Throwable first) {
        super(
                "PostgreSQL did not take the page: " + SqlFailure.of(first).reason(),
                NestedExceptionUtils.getMostSpecificCause(first));
    }

    /** If the roll-back failed as well, what came before it. */
    private static Throwable first(NestedRuntimeException e) {
        Throwable before = e instanceof TransactionSystemException failed ? failed.getOriginalException() : null;
        return before == null ? e : before;
    }
}
