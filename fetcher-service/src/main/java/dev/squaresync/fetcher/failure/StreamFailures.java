package dev.squaresync.fetcher.failure;

import dev.squaresync.fetcher.square.Problem;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.StreamFailed;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the run that a part of it was given up. */
@Component
public class StreamFailures {

    private final ConfirmedPublisher publisher;
    private final Clock clock;

    StreamFailures(ConfirmedPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * @param partitionId null: the stream could not be planned
     */
    public void publish(UUID runId, DataType dataType, @Nullable String partitionId, Throwable cause, int attempts) {
        StreamFailed failed = new StreamFailed(runId, dataType, partitionId, failure(cause, attempts), clock.instant());
        publisher.publish(new Outgoing(Topology.FETCHER_EXCHANGE, Topology.streamFailedKey(dataType), failed));
    }

    private static Failure failure(Throwable cause, int attempts) {
        for (Throwable e = cause; e != null; e = e.getCause()) {
            if (e instanceof Problem problem) {
                return new Failure(problem.code(), String.valueOf(e.getMessage()), attempts);
            }
        }
        String detail = "The fetcher failed: " + cause.getClass().getSimpleName() + ", " + cause.getMessage();
        return new Failure("fetcher-failed", detail, attempts);
    }
}
