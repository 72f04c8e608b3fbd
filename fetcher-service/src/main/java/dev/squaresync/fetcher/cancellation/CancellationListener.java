package dev.squaresync.fetcher.cancellation;

import dev.squaresync.message.RunCancelled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Hears what the scheduler cancels. */
@Component
class CancellationListener {

    private static final Logger LOG = LoggerFactory.getLogger(CancellationListener.class);

    private final CancelledStreams streams;

    CancellationListener(CancelledStreams streams) {
        this.streams = streams;
    }

    @RabbitListener(queues = "#{@cancelledRunsQueue.name}", containerFactory = "cancelledRuns")
    void hear(RunCancelled cancelled) {
        if (streams.add(cancelled)) {
            LOG.info(
                    "run {}: cancelled; its requests for {} are dropped from now on",
                    cancelled.runId(),
                    cancelled.dataTypes());
        }
    }
}
