package dev.squaresync.dependency;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * DEGRADED while a dependency is down: the service does what it can, which is to wait, so restarting it would help nobody. Not
 * a part of liveness or readiness.
 */
public final class DependencyHealth implements HealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final Dependencies dependencies;

    public DependencyHealth(Dependencies dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Health health() {
        Health.Builder health = dependencies.outages().isEmpty() ? Health.up() : Health.status(DEGRADED);
        dependencies.names().forEach(name -> health.withDetail(name, "up"));
        dependencies
                .outages()
                .forEach(outage -> health.withDetail(
                        outage.dependency(), "down since " + outage.since() + ": " + outage.detail()));
        return health.build();
    }
}
