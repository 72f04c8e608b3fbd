package dev.squaresync.writer.mirror;

import org.jspecify.annotations.Nullable;

/** What came is no page of the data type, and never will be. */
public final class UnreadablePage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadablePage(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
