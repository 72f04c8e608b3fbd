package dev.squaresync.simulator.control;

import org.jspecify.annotations.Nullable;

/** Lets through so many requests a second, evenly, with a burst of up to a second's worth. */
public final class RateLimit {
    private static final double NANOS = 1e9;

    private @Nullable Double requestsPerSecond;
    private @Nullable Integer retryAfterSeconds;
    private double allowed;
    private long lastNanos;

    /**
     * @param newRequestsPerSecond null for no limit
     * @param newRetryAfterSeconds what refused clients are told; null to tell nothing
     */
    public synchronized void set(@Nullable Double newRequestsPerSecond, @Nullable Integer newRetryAfterSeconds) {
        requestsPerSecond = newRequestsPerSecond;
        retryAfterSeconds = newRetryAfterSeconds;
        allowed = newRequestsPerSecond == null ? 0 : Math.max(1, newRequestsPerSecond);
        lastNanos = System.nanoTime();
    }

    /** Whether a request that comes now may be answered. */
    public synchronized boolean allows() {
        if (requestsPerSecond == null) {
            return true;
        }
        long now = System.nanoTime();
        double earned = (now - lastNanos) / NANOS * requestsPerSecond;
        allowed = Math.min(Math.max(1, requestsPerSecond), allowed + earned);
        lastNanos = now;
        if (allowed < 1) {
            return false;
        }
        allowed--;
        return true;
    }

    public synchronized @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public synchronized @Nullable Double requestsPerSecond() {
        return requestsPerSecond;
    }
}
