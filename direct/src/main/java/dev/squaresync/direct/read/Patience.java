package dev.squaresync.direct.read;

import dev.squaresync.fetcher.square.Problem;
import dev.squaresync.writer.mirror.PageNotWritten;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tries again what may heal, with longer and longer waits, until it has taken too long or all of it is stopped. */
public final class Patience {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final Duration longest;
    private final Consumer<String> waiting;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param longest for one page, from the first failure
     * @param waiting is told why, at each wait
     */
    public Patience(Duration longest, Consumer<String> waiting) {
        this.longest = longest;
        this.waiting = waiting;
    }

    /** Ends all waits; what is being waited for fails as it failed last. */
    void stop() {
        stopped.countDown();
    }

    boolean isStopped() {
        return stopped.getCount() == 0;
    }

    public <T> T until(Supplier<T> work) {
        long start = System.nanoTime();
        Duration wait = FIRST_WAIT;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                boolean tooLong = System.nanoTime() - start > longest.toNanos();
                if (tooLong || !mayHeal(e) || stopsWithin(wait, e)) {
                    throw e;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            }
        }
    }

    private boolean stopsWithin(Duration wait, RuntimeException reason) {
        waiting.accept(reason.getMessage() + " Trying again in " + wait.toSeconds() + " s.");
        try {
            return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    static boolean mayHeal(RuntimeException e) {
        return e instanceof PageNotWritten || e instanceof Problem problem && problem.mayHeal();
    }
}
