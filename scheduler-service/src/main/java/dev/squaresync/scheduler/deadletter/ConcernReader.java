package dev.squaresync.scheduler.deadletter;

import static java.util.Objects.requireNonNull;

import dev.squaresync.message.Concern;
import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.scheduler.sql.StorableText;
import java.util.Optional;
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
            return Concern.of(converter.fromMessage(message(letter))).map(ConcernReader::kept);
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

    private static Concern kept(Concern concern) {
        requireNonNull(concern.runId());
        String partitionId = concern.partitionId();
        if (partitionId != null
                && (partitionId.length() > LONGEST_PARTITION_ID || !StorableText.isStorable(partitionId))) {
            throw new IllegalArgumentException("The partition's id cannot be kept.");
        }
        return concern;
    }
}
