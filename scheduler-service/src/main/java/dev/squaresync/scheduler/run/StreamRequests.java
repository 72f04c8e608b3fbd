package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.scheduler.coverage.Window;
import dev.squaresync.scheduler.outbox.Outbox;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Asks the fetcher for streams. */
@Component
class StreamRequests {

    private final Outbox outbox;

    StreamRequests(Outbox outbox) {
        this.outbox = outbox;
    }

    void ask(UUID runId, DataType dataType, Window window) {
        outbox.store(
                runId,
                new Outgoing(
                        Topology.SCHEDULER_EXCHANGE,
                        Topology.syncRequestedKey(dataType),
                        new SyncRequested(runId, dataType, window.from(), window.to())));
    }
}
