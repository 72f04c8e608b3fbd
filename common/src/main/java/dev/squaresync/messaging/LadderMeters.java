package dev.squaresync.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the deliveries that failed, by queue and by the reason's stable name. */
final class LadderMeters {

    private final MeterRegistry registry;

    LadderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void waits(WorkQueue queue, Fault fault) {
        count("square_sync.retries", "Deliveries that failed and wait for their next try", queue, fault);
    }

    void givenUp(WorkQueue queue, Fault fault) {
        count("square_sync.dead.letters", "Messages that became dead letters", queue, fault);
    }

    private void count(String name, String description, WorkQueue queue, Fault fault) {
        Counter.builder(name)
                .description(description)
                .tag("queue", queue.name())
                .tag("code", fault.code())
                .register(registry)
                .increment();
    }
}
