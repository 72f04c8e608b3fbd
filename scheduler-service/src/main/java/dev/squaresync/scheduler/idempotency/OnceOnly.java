package dev.squaresync.scheduler.idempotency;

import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunActive;
import dev.squaresync.scheduler.run.RunStarter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts a run for a request once, however often the request comes. The key is kept in the transaction that starts the run, so a
 * request that is refused leaves none, and one that comes at the same moment waits for the first one's end.
 */
@Component
public class OnceOnly {

    private final KeyTable keys;
    private final RunStarter starter;

    OnceOnly(KeyTable keys, RunStarter starter) {
        this.keys = keys;
        this.starter = starter;
    }

    /**
     * Starts a run, unless this request has started one within the last day.
     *
     * @param key null: every request is a new one
     * @throws RunActive if another run is in the way
     * @throws KeyUsedOtherwise if the key came with another request
     */
    @Transactional
    public StartedRun start(NewRun run, @Nullable RequestKey key) {
        return start(() -> starter.start(run), key);
    }

    /**
     * As {@link #start(NewRun, RequestKey)}, for a run that is started in another way.
     *
     * @param start starts it, in the transaction of the key, and returns its id
     */
    @Transactional
    public StartedRun start(Supplier<UUID> start, @Nullable RequestKey key) {
        if (key == null) {
            return new StartedRun(start.get(), false);
        }
        Optional<UUID> earlier = keys.claim(key);
        if (earlier.isPresent()) {
            return new StartedRun(earlier.get(), true);
        }
        UUID runId = start.get();
        keys.complete(key, runId);
        return new StartedRun(runId, false);
    }
}
