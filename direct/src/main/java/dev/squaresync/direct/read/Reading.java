package dev.squaresync.direct.read;

import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.message.DataType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads partitions side by side. A failure that will not heal stops all of them: it would be the same for each. */
public final class Reading {

    private final SquareResources resources;
    private final Patience patience;
    private final Listener listener;
    private final int atOnce;

    /** @param atOnce how many partitions are read side by side */
    public Reading(SquareResources resources, Patience patience, Listener listener, int atOnce) {
        this.resources = resources;
        this.patience = patience;
        this.listener = listener;
        this.atOnce = atOnce;
    }

    /** @return the first failure of each data type that is not whole; empty: all is read */
    public Map<DataType, RuntimeException> read(UUID runId, List<Stretch> stretches, Destination destination) {
        PartitionReader reader = new PartitionReader(runId, resources, destination, patience, listener);
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> futures = new ArrayList<>();
            stretches.forEach(stretch -> futures.add(threads.submit(() -> readOrStop(reader, stretch))));
            return failures(stretches, futures);
        } finally {
            threads.shutdownNow();
        }
    }

    private void readOrStop(PartitionReader reader, Stretch stretch) {
        try {
            reader.read(stretch);
        } catch (ReadingStuck e) {
            throw e;
        } catch (RuntimeException e) {
            patience.stop();
            throw e;
        }
    }

    private static Map<DataType, RuntimeException> failures(List<Stretch> stretches, List<Future<?>> futures) {
        Map<DataType, RuntimeException> failures = new LinkedHashMap<>();
        for (int i = 0; i < futures.size(); i++) {
            try {
                futures.get(i).get();
            } catch (ExecutionException e) {
                failures.merge(
                        stretches.get(i).dataType(),
                        failure(e),
                        (one, other) -> one instanceof ReadingStuck ? other : one);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while reading", e);
            }
        }
        return failures;
    }

    private static RuntimeException failure(ExecutionException e) {
        return e.getCause() instanceof RuntimeException failure
                ? failure
                : new IllegalStateException("Reading broke off", e.getCause());
    }
}
