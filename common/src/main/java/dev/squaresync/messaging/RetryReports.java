package dev.squaresync.messaging;

import dev.squaresync.message.Concern;
import dev.squaresync.message.DeliveryRetried;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.support.converter.MessageConverter;

/** Tells people about deliveries that failed and wait for their next try. Whatever goes wrong here is passed over. */
final class RetryReports {

    private static final Logger LOG = LoggerFactory.getLogger(RetryReports.class);

    private final News news;
    private final MessageConverter converter;
    private final LadderMeters meters;
    private final Clock clock;

    RetryReports(News news, MessageConverter converter, LadderMeters meters, Clock clock) {
        this.meters = meters;
        this.news = news;
        this.converter = converter;
        this.clock = clock;
    }

    /**
     * @param attempt 1 for the first retry
     * @param attempts as in {@link DeliveryRetried}
     */
    void waits(WorkQueue queue, Message message, int attempt, int attempts, Fault fault, Duration wait) {
        meters.waits(queue, fault);
        try {
            concern(message)
                    .map(concern -> retried(concern, queue, attempt, attempts, fault, wait))
                    .ifPresent(retried -> news.tell(Topology.DELIVERY_RETRIED_KEY, retried));
        } catch (RuntimeException e) {
            LOG.debug("A retry in {} was not told: {}", queue.name(), e.getMessage());
        }
    }

    void givenUp(WorkQueue queue, Fault fault) {
        meters.givenUp(queue, fault);
    }

    private Optional<Concern> concern(Message message) {
        return Concern.of(converter.fromMessage(message)).filter(concern -> concern.runId() != null);
    }

    private DeliveryRetried retried(
            Concern concern, WorkQueue queue, int attempt, int attempts, Fault fault, Duration wait) {
        Instant now = clock.instant();
        return new DeliveryRetried(
                concern.runId(),
                concern.dataType(),
                concern.partitionId(),
                queue.name(),
                attempt,
                attempts,
                fault.code(),
                fault.reason(),
                now,
                now.plus(wait));
    }
}
