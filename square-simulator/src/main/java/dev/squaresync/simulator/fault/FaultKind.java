package dev.squaresync.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can go wrong. Its word in the control API is the name in small letters with hyphens. */
public enum FaultKind {
    RATE_LIMITED(Group.REPLY),
    SERVER_ERROR(Group.REPLY),
    HTML_ERROR(Group.REPLY),
    HTML_OK(Group.REPLY),
    UNAUTHORIZED(Group.REPLY),
    FORBIDDEN(Group.REPLY),
    ERRORS_IN_200(Group.REPLY),
    REDIRECT(Group.REPLY),
    GZIP_BOMB(Group.REPLY),
    /** Only requests with a cursor. */
    EXPIRED_CURSOR(Group.REPLY),

    /** The body is cut in the middle and the connection closed. */
    TRUNCATED(Group.DELIVERY),
    BROKEN_JSON(Group.DELIVERY),
    SLOW_BODY(Group.DELIVERY),
    NO_ANSWER(Group.DELIVERY),

    /** The reply's cursor is the request's. Only requests with a cursor. */
    REPEATED_CURSOR(Group.PAGE),
    /** Cursor A leads to B and B to A. Only requests with a cursor. */
    CURSOR_CYCLE(Group.PAGE),
    /** The page's objects come with the next cursor. */
    EMPTY_PAGE_WITH_CURSOR(Group.PAGE),
    /** The page comes again with the next cursor. */
    DUPLICATE_PAGE(Group.PAGE),
    /** Half of the page; the rest comes with the next cursor. */
    SHORT_PAGE(Group.PAGE),
    /** No object and no cursor, as if there were nothing. */
    EMPTY_LISTING(Group.PAGE),

    NULL_BYTE_IN_NAME(Group.OBJECT),
    LONE_SURROGATE(Group.OBJECT),
    /** An amount, version or quantity beyond 2^63. */
    HUGE_INTEGER(Group.OBJECT),
    INVALID_TIME(Group.OBJECT),
    YEAR_9999(Group.OBJECT),
    HUGE_NAME(Group.OBJECT),
    DEEP_NESTING(Group.OBJECT),
    NULL_REQUIRED(Group.OBJECT),
    UNKNOWN_TYPE(Group.OBJECT),
    /** Every amount of money in the page is one too high. */
    WRONG_PRICES(Group.OBJECT);

    /** Where a fault strikes. */
    enum Group {
        /** Another reply is sent instead. */
        REPLY,
        /** The reply is right, but comes wrong. */
        DELIVERY,
        /** The page or its cursor is wrong. */
        PAGE,
        /** One object of the page is altered. */
        OBJECT
    }

    private final Group group;

    FaultKind(Group group) {
        this.group = group;
    }

    Group group() {
        return group;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException with a sentence for people */
    public static FaultKind ofWord(String word) {
        for (FaultKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        String words = Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("There is no fault '" + word + "': use one of " + words + ".");
    }

    boolean needsCursor() {
        return this == EXPIRED_CURSOR || this == REPEATED_CURSOR || this == CURSOR_CYCLE;
    }
}
