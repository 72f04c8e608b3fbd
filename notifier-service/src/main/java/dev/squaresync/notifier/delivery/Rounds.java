package dev.squaresync.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread for each channel, so that a slow one delays no other. */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long UNTIL_DONE_SECONDS = 25;

    private final Postman postman;
    private final List<Channel> channels;
    private final Duration every;
    private List<ScheduledExecutorService> threads = List.of();

    Rounds(Postman postman, List<Channel> channels, @Value("${notifier.delivery.look-every:500ms}") Duration every) {
        this.postman = postman;
        this.channels = channels;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        threads = channels.stream().map(this::started).toList();
    }

    @Override
    public synchronized void stop() {
        threads.forEach(ScheduledExecutorService::shutdown);
        for (ScheduledExecutorService thread : threads) {
            try {
                if (!thread.awaitTermination(UNTIL_DONE_SECONDS, TimeUnit.SECONDS)) {
                    thread.shutdownNow();
                }
            } catch (InterruptedException e) {
                thread.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        threads = List.of();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private ScheduledExecutorService started(Channel channel) {
        ScheduledExecutorService thread =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "deliver-" + channel.name()));
        thread.scheduleWithFixedDelay(() -> round(channel), 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return thread;
    }

    private void round(Channel channel) {
        try {
            postman.deliver(channel);
        } catch (RuntimeException e) {
            // Most likely the database; what is stored there waits.
            LOG.warn("Nothing can be delivered by {} now: {}", channel.name(), e.getMessage());
        }
    }
}
