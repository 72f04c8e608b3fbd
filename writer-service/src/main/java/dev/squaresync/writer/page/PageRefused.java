package dev.squaresync.writer.page;

import dev.squaresync.messaging.CodedFailure;
import dev.squaresync.messaging.PermanentFailure;
import dev.squaresync.writer.mirror.UnreadablePage;

/** The mirror can never take this page. */
final class PageRefused extends RuntimeException implements PermanentFailure, CodedFailure {

    private static final long serialVersionUID = 1L;

    PageRefused(UnreadablePage cause) {
        super(cause.getMessage(), cause);
    }

    @Override
    public String code() {
        return "page-unreadable";
    }
}
