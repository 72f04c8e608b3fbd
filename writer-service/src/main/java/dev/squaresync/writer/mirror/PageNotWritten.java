package dev.squaresync.writer.mirror;

import java.sql.SQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.transaction.TransactionSystemException;

/** PostgreSQL could not take a page now; nothing of it was written. */
public final class PageNotWritten extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PageNotWritten(NestedRuntimeException e) {
        this(first(e));
    }

    private PageNotWritten(Throwable first) {
        super("PostgreSQL did not take the page: " + SqlFailure.of(first).reason(), driversOwn(first));
    }

    /** From the driver's or the pool's exception on: Spring's message would repeat the whole statement. */
    private static Throwable driversOwn(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return cause;
            }
        }
        return NestedExceptionUtils.getMostSpecificCause(e);
    }

    /** If the roll-back failed as well, what came before it. */
    private static Throwable first(NestedRuntimeException e) {
        Throwable before = e instanceof TransactionSystemException failed ? failed.getOriginalException() : null;
        return before == null ? e : before;
    }
}
