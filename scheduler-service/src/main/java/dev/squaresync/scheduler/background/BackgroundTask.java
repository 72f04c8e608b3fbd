package dev.squaresync.scheduler.background;

import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task that runs each second and must outlive every failure, above all a database that is down. It tells the first failure
 * and the recovery, not the same failure each second.
 */
public final class BackgroundTask implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final String name;
    private final Runnable work;
    private final AtomicInteger failures = new AtomicInteger();

    /** @param name for the log, such as {@code Publishing the outbox} */
    public BackgroundTask(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (failures.getAndIncrement() == 0) {
                LOG.error("{} failed and is tried again each second.", name, e);
            }
            return;
        }
        int before = failures.getAndSet(0);
        if (before > 0) {
            LOG.info("{} works again after {} failures.", name, before);
        }
    }
}
