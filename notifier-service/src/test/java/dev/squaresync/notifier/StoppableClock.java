package dev.squaresync.notifier;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The real time, which a test stops while it arranges what is to be there at one moment. */
final class StoppableClock extends Clock {

    private volatile @Nullable Instant stoppedAt;

    /** @param arrange returns when all of it is there, however long that takes */
    void stopWhile(Runnable arrange) {
        stoppedAt = Instant.now();
        try {
            arrange.run();
        } finally {
            stoppedAt = null;
        }
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped == null ? Instant.now() : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Nobody asks this clock for a local time.");
    }
}
