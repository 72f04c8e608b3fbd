package dev.squaresync.writer.mirror;

import org.springframework.core.NestedRuntimeException;

/** PostgreSQL could not do now what was asked for; what had been done before is found done the next time. */
public final class CommandNotDone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandNotDone(NestedRuntimeException e) {
        super("PostgreSQL did not go along: " + SqlFailure.of(e).reason(), e.getMostSpecificCause());
    }
}
