package dev.squaresync.messaging;

import java.time.Duration;

/** Implemented by exceptions that know how long to wait before the next try, such as Square's {@code Retry-After}. */
public interface DelayedFailure {

    /** The least time to wait. */
    Duration retryAfter();
}
