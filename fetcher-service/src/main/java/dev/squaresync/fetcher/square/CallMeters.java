package dev.squaresync.fetcher.square;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts the calls to Square, and how long they took, by what came back. */
final class CallMeters {

    private final MeterRegistry registry;

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param nanos from the request to the whole reply */
    void answered(int status, long nanos) {
        record(Integer.toString(status), nanos);
    }

    /** There was no reply, or it broke off. */
    void unanswered(long nanos) {
        record("none", nanos);
    }

    private void record(String status, long nanos) {
        Timer.builder("square_sync.square.calls")
                .description("Calls to Square, each try of them, by the status of the reply; none: there was none")
                .tag("status", status)
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }
}
