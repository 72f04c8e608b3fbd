package dev.squaresync.scheduler.deadletter;

import static java.util.Objects.requireNonNull;

import dev.squaresync.message.DataType;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.messaging.WireMessageConverter;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.stereotype.Component;

/** Reads out of a dead letter which run it is about. Many a message is dead because nobody could read it. */
@Component
class ConcernReader {

    private static final Logger LOG = LoggerFactory.getLogger(ConcernReader.class);

    /** Far more than the fetcher's ids have, and less than PostgreSQL can keep in an index. */
    private static final int LONGEST_PARTITION_ID = 500;

    private final WireMessageConverter converter;

    ConcernReader(WireMessageConverter converter) {
        this.converter = converter;
    }

    /** Empty: the message cannot be read, or says nothing about a run. */
    Optional<Concern> read(DeadLetter letter) {
        try {
            return concern(converter.fromMessage(message(letter)));
        } catch (RuntimeException e) {
            // Whatever is wrong with it, it must be kept: nobody comes after the collector.
            LOG.debug("Dead letter from {} is not readable: {}", letter.queue(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Message message(DeadLetter letter) {
        MessageProperties properties = new MessageProperties();
        letter.headers().forEach(properties::setHeader);
        properties.setType(letter.wireType());
        return new Message(letter.body(), properties);
    }

    private static Optional<Concern> concern(Object message) {
        if (message instanceof SyncRequested request) {
            return Optional.of(stream(request.runId(), request.dataType()));
        }
        if (message instanceof StreamPlanned plan) {
            return Optional.of(stream(plan.runId(), plan.dataType()));
        }
        if (message instanceof FetchPage fetch) {
            return Optional.of(partition(fetch.page()));
        }
        if (message instanceof PageFetched fetched) {
            return Optional.of(partition(fetched.page()));
        }
        if (message instanceof PageCommitted committed) {
            return Optional.of(partition(committed.page()));
        }
        if (message instanceof SyncEnded ended) {
            return Optional.of(new Concern(requireNonNull(ended.runId()), null, null));
        }
        return Optional.empty();
    }

    private static Concern stream(UUID runId, DataType dataType) {
        return new Concern(requireNonNull(runId), requireNonNull(dataType), null);
    }

    private static Concern partition(PageId page) {
        String partitionId = page.partitionId();
        if (partitionId.length() > LONGEST_PARTITION_ID || !StorableText.isStorable(partitionId)) {
            throw new IllegalArgumentException("The partition's id cannot be kept.");
        }
        return new Concern(requireNonNull(page.runId()), requireNonNull(page.dataType()), partitionId);
    }
}
