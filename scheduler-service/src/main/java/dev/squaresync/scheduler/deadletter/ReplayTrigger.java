package dev.squaresync.scheduler.deadletter;

import dev.squaresync.scheduler.background.BackgroundTask;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes at once after a commit that wants a replay, and each second what a crash or a failure has left over. */
@Component
class ReplayTrigger {

    private final BackgroundTask publishing;
    private final ThreadPoolTaskScheduler workers;
    private final ReentrantLock busy = new ReentrantLock();

    ReplayTrigger(ReplayPublisher publisher, ThreadPoolTaskScheduler workers) {
        this.publishing = new BackgroundTask("Replaying dead letters", publisher::publishDue);
        this.workers = workers;
    }

    @TransactionalEventListener
    void publishSoon(ReplayWanted wanted) {
        try {
            workers.execute(this::publish);
        } catch (TaskRejectedException e) {
            // The service is stopping; whoever starts next finds the row.
        }
    }

    @Scheduled(fixedDelayString = "1s")
    void publishLeftovers() {
        publish();
    }

    /** Thousands of replays take a while: they get one of the workers, and the others are left to other work. */
    private void publish() {
        if (!busy.tryLock()) {
            return;
        }
        try {
            publishing.run();
        } finally {
            busy.unlock();
        }
    }
}
