package dev.squaresync.writer.page;

import dev.squaresync.messaging.CodedFailure;
import dev.squaresync.writer.mirror.PageNotWritten;

/** The mirror cannot take this page now, but may later. */
final class PagePostponed extends RuntimeException implements CodedFailure {

    private static final long serialVersionUID = 1L;

    PagePostponed(PageNotWritten cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public String code() {
        return "page-not-written";
    }
}
