package dev.squaresync.messaging;

import dev.squaresync.message.WorkerSeen;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Says again and again that this instance is alive, so that people see which workers there are. */
final class Heartbeat implements SmartLifecycle {

    /** Old ones would make a dead worker look alive. */
    private static final Duration USEFUL_FOR = Duration.ofMinutes(1);

    /** By then the exchange is declared. */
    private static final Duration FIRST_AFTER = Duration.ofSeconds(1);

    private final ServiceInstance instance;
    private final News news;
    private final Duration interval;
    private final Clock clock;
    private @Nullable ScheduledExecutorService worker;

    Heartbeat(ServiceInstance instance, News news, Duration interval, Clock clock) {
        this.instance = instance;
        this.news = news;
        this.interval = interval;
        this.clock = clock;
    }

    private void beat() {
        WorkerSeen seen = new WorkerSeen(
                instance.service(), instance.name(), instance.version(), instance.startedAt(), clock.instant());
        news.tell(Topology.WORKER_SEEN_KEY, seen, USEFUL_FOR);
    }

    /** A context may be stopped and started again. */
    @Override
    public synchronized void start() {
        if (worker != null) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        long pause = interval.toMillis();
        started.scheduleAtFixedRate(this::beat, Math.min(pause, FIRST_AFTER.toMillis()), pause, TimeUnit.MILLISECONDS);
        worker = started;
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** With the listener containers, which are the last to start and the first to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
