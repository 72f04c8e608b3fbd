package dev.squaresync.simulator.control;

import dev.squaresync.simulator.wire.Resource;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long a request waits before it is answered. */
public final class Latency {
    private final Map<Resource, Duration> waits = new ConcurrentHashMap<>();

    /** Of one resource, or of all that have no latency of their own. */
    public void set(Resource resource, Duration wait) {
        waits.put(resource, wait);
    }

    public Duration of(Resource resource) {
        return waits.getOrDefault(resource, waits.getOrDefault(Resource.ANY, Duration.ZERO));
    }
}
