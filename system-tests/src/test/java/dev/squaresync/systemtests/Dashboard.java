package dev.squaresync.systemtests;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One open live page: counts what it is sent. */
final class Dashboard implements Flow.Subscriber<String>, AutoCloseable {

    private final AtomicInteger updates = new AtomicInteger();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean sawTheEnd;

    /** How often it was shown something new. */
    int updates() {
        return updates.get();
    }

    /** Whether it was shown a run that is over. */
    boolean sawTheEnd() {
        return sawTheEnd;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("event:areas")) {
            updates.incrementAndGet();
        } else if (line.contains("data-phase=\"ended\"")) {
            sawTheEnd = true;
        }
    }

    @Override
    public void onError(Throwable failure) {
        // The request tells of it.
    }

    @Override
    public void onComplete() {
        // The request tells of it.
    }

    @Override
    public void close() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
    }
}
