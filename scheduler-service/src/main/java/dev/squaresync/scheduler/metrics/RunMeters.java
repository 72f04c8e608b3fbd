package dev.squaresync.scheduler.metrics;

import dev.squaresync.scheduler.run.RunEnded;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How runs end, and how long they took. */
@Component
class RunMeters {

    /** By hand a sync must be done in 5 minutes. */
    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final MeterRegistry registry;

    RunMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @TransactionalEventListener
    void ended(RunEnded run) {
        String state = run.state().name();
        if (run.again()) {
            // The time until somebody replayed what was missing says nothing of how long a sync takes.
            Counter.builder("square_sync.runs.healed")
                    .description("Runs that had ended and were healed by a replay, by the state they are in since")
                    .tag("state", state)
                    .register(registry)
                    .increment();
            return;
        }
        Timer.builder("square_sync.runs")
                .description("Runs, by the state in which they ended, and how long they took from their request")
                .tag("state", state)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(run.duration());
    }
}
