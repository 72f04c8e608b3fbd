package dev.squaresync.fetcher.square;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reply, unread.
 *
 * @param body decompressed; of an error's reply only the beginning; null: a reply larger than allowed
 * @param retryAfter the header {@code Retry-After}, as it came
 */
record RawReply(
        int status, byte @Nullable [] body, @Nullable String retryAfter, Instant arrivedAt) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isRedirect() {
        return status >= 300 && status < 400;
    }
}
