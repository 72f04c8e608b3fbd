package dev.squaresync.fetcher.square;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Stops asking a Square that is down. What Square refuses, and that it is busy, are answers: they show that it works.
 *
 * <p>One request that is answered after the wait is enough to go on.
 */
final class Circuit {

    /** A request that never reports back must not keep the circuit half open for ever. */
    private static final Duration LONGEST_HALF_OPEN = Duration.ofMinutes(1);

    private final CircuitBreaker breaker;
    private volatile String lastFailure = "";

    Circuit(CircuitSettings settings) {
        this.breaker = CircuitBreaker.of(
                "square",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(settings.window())
                        .minimumNumberOfCalls(settings.minimumCalls())
                        .failureRateThreshold(settings.failingPercent())
                        .waitDurationInOpenState(settings.openFor())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .maxWaitDurationInHalfOpenState(LONGEST_HALF_OPEN)
                        .recordException(Circuit::isOutage)
                        .build());
    }

    /**
     * @throws SquareDown instead of asking while the circuit is open, and for the failure that opened it
     */
    <T> T guarded(Supplier<T> request) {
        try {
            return breaker.executeSupplier(request);
        } catch (CallNotPermittedException e) {
            throw new SquareDown(lastFailure, e);
        } catch (SquareUnavailable e) {
            throw isOutage(e) ? outage(e) : e;
        }
    }

    private RuntimeException outage(SquareUnavailable failure) {
        lastFailure = String.valueOf(failure.getMessage());
        return breaker.getState() == CircuitBreaker.State.CLOSED ? failure : new SquareDown(lastFailure, failure);
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof SquareUnavailable unavailable && !unavailable.isBusy();
    }
}
