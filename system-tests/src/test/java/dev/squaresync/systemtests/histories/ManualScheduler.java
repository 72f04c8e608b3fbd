package dev.squaresync.systemtests.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Keeps a service's background tasks, for a history to run when it likes. What is to be done at once is not done at all: the
 * process may always die before it, and then the background task must do it.
 */
final class ManualScheduler extends ThreadPoolTaskScheduler {

    private static final long serialVersionUID = 1L;

    private final transient List<Runnable> tasks = new ArrayList<>();

    /** The tasks whose name holds this word, such as a class or a package. */
    List<Runnable> tasks(String word) {
        return tasks.stream().filter(task -> task.toString().contains(word)).toList();
    }

    @Override
    public void execute(Runnable task) {}

    @Override
    public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
        return keep(task);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
        return keep(task);
    }

    private ScheduledFuture<?> keep(Runnable task) {
        tasks.add(task);
        return new Never();
    }

    /** Comes by itself never. */
    private static final class Never extends CompletableFuture<Object> implements ScheduledFuture<Object> {

        @Override
        public long getDelay(TimeUnit unit) {
            return Long.MAX_VALUE;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
