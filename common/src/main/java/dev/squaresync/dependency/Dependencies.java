package dev.squaresync.dependency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Knows which dependencies are down. From the first failure that one of them explains until its probe succeeds, the service's
 * consumers pause, if it is one that they need: the messages wait where they are instead of burning their retries.
 */
public final class Dependencies implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dependencies.class);

    private final List<Dependency> known;
    private final List<OutageListener> listeners;
    private final DependencySettings settings;
    private final Clock clock;
    private final Map<String, Outage> outages = new ConcurrentHashMap<>();
    private final Map<String, ProbeWaits> waits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "dependencies");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    public Dependencies(
            List<Dependency> known, List<OutageListener> listeners, DependencySettings settings, Clock clock) {
        this.known = known;
        this.listeners = listeners;
        this.settings = settings;
        this.clock = clock;
        known.forEach(dependency ->
                waits.put(dependency.name(), new ProbeWaits(settings.shortestProbe(), settings.longestProbe())));
    }

    /** Whether this failure means that a dependency is down; if so, the outage has begun. */
    public boolean explain(Throwable failure) {
        Optional<Dependency> guilty = known.stream()
                .filter(dependency -> dependency.explains(failure))
                .findFirst();
        guilty.ifPresent(dependency -> begin(dependency, String.valueOf(failure.getMessage())));
        return guilty.isPresent();
    }

    /** Whether one is down without which trying is useless. */
    public boolean pauseConsumers() {
        return outages.values().stream().anyMatch(Outage::pausesConsumers);
    }

    /** What is down now. */
    public List<Outage> outages() {
        return List.copyOf(outages.values());
    }

    /** The names of all, whether down or not. */
    public List<String> names() {
        return known.stream().map(Dependency::name).toList();
    }

    private void begin(Dependency dependency, String detail) {
        Instant now = clock.instant();
        Outage outage = new Outage(dependency.name(), now, detail, dependency.pausesConsumers());
        if (!running || outages.putIfAbsent(dependency.name(), outage) != null) {
            return;
        }
        String pause = outage.pausesConsumers() ? ", consumers pause until it works again" : "";
        LOG.warn("{} is down{}: {}", dependency.name(), pause, detail);
        ProbeWaits probes = waitsOf(dependency);
        probes.beganAt(now);
        submit(() -> tell(listener -> listener.began(outage)));
        later(probes.next(), () -> probe(dependency, outage));
    }

    private void probe(Dependency dependency, Outage outage) {
        try {
            dependency.probe();
        } catch (Exception e) {
            LOG.debug("{} is still down: {}", dependency.name(), e.getMessage());
            tell(listener -> listener.goesOn(outage));
            later(waitsOf(dependency).next(), () -> probe(dependency, outage));
            return;
        }
        Instant now = clock.instant();
        waitsOf(dependency).recoveredAt(now);
        outages.remove(dependency.name());
        LOG.info(
                "{} works again after {} s.",
                dependency.name(),
                Duration.between(outage.since(), now).toSeconds());
        tell(listener -> listener.ended(outage));
    }

    private ProbeWaits waitsOf(Dependency dependency) {
        return waits.computeIfAbsent(
                dependency.name(), name -> new ProbeWaits(settings.shortestProbe(), settings.longestProbe()));
    }

    private void tell(Consumer<OutageListener> what) {
        for (OutageListener listener : listeners) {
            try {
                what.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn(
                        "An outage could not be told to {}.",
                        listener.getClass().getSimpleName(),
                        e);
            }
        }
    }

    private void submit(Runnable task) {
        later(Duration.ZERO, task);
    }

    private void later(Duration wait, Runnable task) {
        try {
            worker.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service is stopping.");
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the consumers stop, so that none is started again behind their back. */
    @Override
    public void stop() {
        running = false;
        worker.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With the listener containers, which are the last to start and the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
