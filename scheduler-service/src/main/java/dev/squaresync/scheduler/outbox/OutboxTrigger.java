package dev.squaresync.scheduler.outbox;

import dev.squaresync.scheduler.background.BackgroundTask;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Publishes at once after a commit that stored a message, and each second what a crash or a failure has left over. */
@Component
class OutboxTrigger {

    private final BackgroundTask publishing;
    private final ThreadPoolTaskScheduler workers;

    OutboxTrigger(OutboxPublisher publisher, ThreadPoolTaskScheduler workers) {
        this.publishing = new BackgroundTask("Publishing the outbox", publisher::publishDue);
        this.workers = workers;
    }

    @TransactionalEventListener
    void publishSoon(MessageStored stored) {
        try {
            workers.execute(publishing);
        } catch (TaskRejectedException e) {
            // The service is stopping; whoever starts next finds the message in the outbox.
        }
    }

    @Scheduled(fixedDelayString = "1s")
    void publishLeftovers() {
        publishing.run();
    }
}
