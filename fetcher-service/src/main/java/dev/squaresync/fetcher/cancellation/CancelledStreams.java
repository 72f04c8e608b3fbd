package dev.squaresync.fetcher.cancellation;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunCancelled;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Remembers the streams that were cancelled last. One that is forgotten, or was never heard of because this instance did not
 * run, is said again by the scheduler as soon as it hears of its pages.
 */
@Component
public class CancelledStreams {

    private static final int MOST = 1_000;

    /** Those heard of last come last. */
    private final Set<Stream> streams = new LinkedHashSet<>();

    private record Stream(UUID runId, DataType dataType) {}

    /** Whether nobody wants this stream any more. */
    public synchronized boolean has(UUID runId, DataType dataType) {
        return streams.contains(new Stream(runId, dataType));
    }

    /** Returns whether any of it is new. */
    synchronized boolean add(RunCancelled cancelled) {
        boolean anyNew = false;
        for (DataType dataType : cancelled.dataTypes()) {
            Stream stream = new Stream(cancelled.runId(), dataType);
            anyNew |= !streams.remove(stream);
            streams.add(stream);
        }
        forgetOldest();
        return anyNew;
    }

    private void forgetOldest() {
        Iterator<Stream> oldest = streams.iterator();
        for (int tooMany = streams.size() - MOST; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }
}
