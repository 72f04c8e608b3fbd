package dev.squaresync.localstack.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition of the outside world, which tells nobody when it changes and so has to be asked. */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    /**
     * Asks until the condition holds.
     *
     * @return false if the condition did not hold within the time, or if this thread was interrupted
     */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }

    /** Waits before the outside world is asked again; an interrupt ends the wait. */
    public static void pause(Duration length) {
        until(length, () -> false);
    }
}
