package dev.squaresync.dependency;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;

/** For each dependency: whether it is up, and for how many seconds it has been down. */
public final class DependencyMeters implements MeterBinder {

    private final Dependencies dependencies;
    private final Clock clock;

    public DependencyMeters(Dependencies dependencies, Clock clock) {
        this.dependencies = dependencies;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String name : dependencies.names()) {
            Gauge.builder("square_sync.dependency.up", () -> secondsDown(name) < 0 ? 1 : 0)
                    .description("1: it works; 0: it is down and the consumers pause")
                    .tag("dependency", name)
                    .register(registry);
            Gauge.builder("square_sync.dependency.down", () -> Math.max(0, secondsDown(name)))
                    .description("For how long it has been down; 0: it works")
                    .baseUnit("seconds")
                    .tag("dependency", name)
                    .register(registry);
        }
    }

    private double secondsDown(String name) {
        return dependencies.outages().stream()
                .filter(outage -> outage.dependency().equals(name))
                .mapToDouble(outage ->
                        Duration.between(outage.since(), clock.instant()).toMillis() / 1000.0)
                .findFirst()
                .orElse(-1);
    }
}
