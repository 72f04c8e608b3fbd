package dev.squaresync.writer.page;

import dev.squaresync.message.Failure;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.StreamFailed;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.GaveUp;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Tells the run that a page was given up: its partition cannot become complete. */
@Component
class StreamFailures implements GaveUp {

    private static final String CODE = "page-not-written";

    private final ConfirmedPublisher publisher;
    private final Clock clock;

    StreamFailures(ConfirmedPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void gaveUp(Object message, Throwable cause, int attempts) {
        PageId page = ((PageFetched) message).page();
        String detail = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        publisher.publish(new Outgoing(
                Topology.WRITER_EXCHANGE,
                Topology.streamFailedKey(page.dataType()),
                new StreamFailed(
                        page.runId(),
                        page.dataType(),
                        page.partitionId(),
                        new Failure(CODE, detail, attempts),
                        clock.instant())));
    }
}
