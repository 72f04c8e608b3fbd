package dev.squaresync.simulator.fault;

import dev.squaresync.simulator.wire.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A fault that waits for requests.
 *
 * @param resource whose requests it strikes
 * @param times how many requests it strikes; null until cleared
 * @param after how many of the requests that it could strike it lets pass first
 */
public record Fault(
        FaultKind kind, Resource resource, @Nullable Integer times, int after, Details details) {
    /**
     * @param status of a server-error; null is 500
     * @param retryAfterSeconds told with rate-limited; null is not told
     * @param location where a redirect leads to; null is a place that no client should go to
     */
    public record Details(
            @Nullable Integer status,
            @Nullable Integer retryAfterSeconds,
            @Nullable String location) {
        public static final Details NONE = new Details(null, null, null);
    }

    /** Strikes every request of the resource until it is cleared. */
    public static Fault of(FaultKind kind, Resource resource) {
        return new Fault(kind, resource, null, 0, Details.NONE);
    }

    public Fault times(int requests) {
        return new Fault(kind, resource, requests, after, details);
    }

    public Fault after(int requests) {
        return new Fault(kind, resource, times, requests, details);
    }

    public Fault status(int status) {
        return with(new Details(status, details.retryAfterSeconds(), details.location()));
    }

    public Fault retryAfter(int seconds) {
        return with(new Details(details.status(), seconds, details.location()));
    }

    public Fault redirectTo(String location) {
        return with(new Details(details.status(), details.retryAfterSeconds(), location));
    }

    private Fault with(Details newDetails) {
        return new Fault(kind, resource, times, after, newDetails);
    }
}
