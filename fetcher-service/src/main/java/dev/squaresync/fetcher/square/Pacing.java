package dev.squaresync.fetcher.square;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Keeps under Square's rate and sits out a blip. Longer troubles are not waited for here, because a delivery would be held all
 * that time.
 */
final class Pacing {

    private static final int TRIES = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_QUEUEING = Duration.ofMinutes(1);

    private final Retry retry;
    private final RateLimiter limiter;
    private final Circuit circuit;

    Pacing(int requestsPerSecond, Duration firstWait, Circuit circuit) {
        this.circuit = circuit;
        // One permission for each tick, not a second's worth at once: Square also notices bursts.
        this.limiter = RateLimiter.of(
                "square",
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofSeconds(1).dividedBy(requestsPerSecond))
                        .timeoutDuration(LONGEST_QUEUEING)
                        .build());
        IntervalFunction backoff = IntervalFunction.ofExponentialRandomBackoff(firstWait, 2.0, 0.5);
        this.retry = Retry.of(
                "square",
                RetryConfig.custom()
                        .maxAttempts(TRIES)
                        .retryOnException(Pacing::isWorthWaiting)
                        .intervalBiFunction((attempt, outcome) -> wait(outcome, backoff.apply(attempt)))
                        .build());
    }

    <T> T paced(Supplier<T> request) {
        return retry.executeSupplier(() -> once(request));
    }

    /** Without a second try. */
    <T> T once(Supplier<T> request) {
        // The circuit is looked at last, because it may have opened while others were before us in the queue.
        return limiter.executeSupplier(() -> circuit.guarded(request));
    }

    private static boolean isWorthWaiting(Throwable failure) {
        if (!(failure instanceof SquareUnavailable unavailable)) {
            return false;
        }
        Duration asked = unavailable.retryAfter();
        return asked == null || asked.compareTo(LONGEST_WAIT) <= 0;
    }

    private static long wait(Either<Throwable, Object> outcome, long backoff) {
        if (outcome.isLeft() && outcome.getLeft() instanceof SquareUnavailable unavailable) {
            Duration asked = unavailable.retryAfter();
            return asked == null ? backoff : Math.max(asked.toMillis(), backoff);
        }
        return backoff;
    }
}
