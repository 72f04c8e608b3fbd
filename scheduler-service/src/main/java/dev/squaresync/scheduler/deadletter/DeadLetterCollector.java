package dev.squaresync.scheduler.deadletter;

import dev.squaresync.message.Concern;
import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.scheduler.run.StreamProgress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps every dead letter and lets its run know, in one transaction: so nothing is given up without its run being told. Only
 * then is the message acknowledged; it may come again, which adds nothing.
 */
@Component
class DeadLetterCollector {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterCollector.class);

    private final ConcernReader reader;
    private final DeadLetterTable table;
    private final StreamProgress progress;

    DeadLetterCollector(ConcernReader reader, DeadLetterTable table, StreamProgress progress) {
        this.reader = reader;
        this.table = table;
        this.progress = progress;
    }

    @Transactional
    void collect(DeadLetter received) {
        DeadLetter letter = StorableLetter.of(received);
        Optional<Concern> concern = reader.read(letter);
        table.store(letter, concern.orElse(null));
        concern.ifPresent(known -> tell(known, letter));
        LOG.info("Dead letter from {} kept: {}.", letter.queue(), letter.code());
    }

    private void tell(Concern concern, DeadLetter letter) {
        DataType dataType = concern.dataType();
        if (dataType == null) {
            return;
        }
        Failure failure = new Failure(letter.code(), letter.reason(), letter.attempts());
        progress.givenUp(concern.runId(), dataType, concern.partitionId(), failure);
    }
}
