package dev.squaresync.scheduler.desk.live;

import dev.squaresync.scheduler.background.BackgroundTask;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Knows the open pages. Once a second, what they look at is rendered, once for all that look at the same, and what has changed
 * is sent. When nobody looks nothing is rendered.
 */
@Component
class LiveHub implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final int WRITERS = 4;
    private static final long UNTIL_THE_HUB_ENDS_IT = 0;
    private static final String TROUBLE = "The scheduler cannot read its database. What you see may be old.";

    private final LiveRenderer renderer;
    private final Clock clock;
    private final Map<LiveKey, Set<Connection>> open = new ConcurrentHashMap<>();
    private final ScheduledExecutorService everySecond = Executors.newSingleThreadScheduledExecutor(named("live"));
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS, named("live-writer"));
    private volatile boolean running;

    LiveHub(LiveRenderer renderer, Clock clock) {
        this.renderer = renderer;
        this.clock = clock;
    }

    /** Keeps a page up to date until it is closed, at most for five minutes. */
    SseEmitter open(LiveKey key) {
        SseEmitter emitter = new SseEmitter(UNTIL_THE_HUB_ENDS_IT);
        Connection connection = new Connection(emitter, writers, clock.instant(), gone -> forget(key, gone));
        emitter.onCompletion(() -> forget(key, connection));
        emitter.onError(e -> forget(key, connection));
        open.compute(key, (k, connections) -> {
            Set<Connection> all = connections == null ? ConcurrentHashMap.newKeySet() : connections;
            all.add(connection);
            return all;
        });
        return emitter;
    }

    /** How many pages are open. */
    int size() {
        return open.values().stream().mapToInt(Set::size).sum();
    }

    /** Ends what is over and sends what has changed. */
    void refresh() {
        Instant now = clock.instant();
        open.values().stream()
                .flatMap(Set::stream)
                .filter(connection -> connection.isOver(now))
                .forEach(Connection::end);
        open.forEach((key, connections) -> refresh(key, connections, now));
    }

    private void refresh(LiveKey key, Set<Connection> connections, Instant now) {
        if (connections.isEmpty()) {
            return;
        }
        List<String> areas;
        try {
            areas = renderer.areas(key);
        } catch (RuntimeException e) {
            LOG.debug("Live area {} cannot be shown.", key.view().name(), e);
            connections.forEach(connection -> connection.trouble(TROUBLE, now));
            return;
        }
        connections.forEach(connection -> connection.show(areas, now));
    }

    private void forget(LiveKey key, Connection connection) {
        open.computeIfPresent(key, (k, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
    }

    @Override
    public void start() {
        running = true;
        everySecond.scheduleWithFixedDelay(
                new BackgroundTask("Keeping pages up to date", this::refresh), 1, 1, TimeUnit.SECONDS);
    }

    /** Before the web server waits for its requests to end, as these would not. */
    @Override
    public void stop() {
        running = false;
        everySecond.shutdownNow();
        open.values().stream().flatMap(Set::stream).forEach(Connection::end);
        writers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
