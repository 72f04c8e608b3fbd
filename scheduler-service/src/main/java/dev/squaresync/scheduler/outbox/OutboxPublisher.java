package dev.squaresync.scheduler.outbox;

import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.PublishFailed;
import dev.squaresync.messaging.WireMessageConverter;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what is in the outbox. A row is locked while its message is on its way and deleted only after the broker's confirm:
 * after a crash in between, the message is published again.
 *
 * <p>Only the oldest row of a run can be taken, and it stays in the table until it is confirmed. That keeps the order in each
 * run, however many schedulers publish at once.
 */
@Component
class OutboxPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);

    private static final String NEXT = new SqlFile(OutboxPublisher.class, "next-message.sql").text();
    private static final String POSTPONE =
            "update outbox set attempts = attempts + 1, next_try_at = :nextTryAt, last_error = :error where id = :id";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ConfirmedPublisher publisher;
    private final WireMessageConverter converter;
    private final Clock clock;

    OutboxPublisher(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ConfirmedPublisher publisher,
            WireMessageConverter converter,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.publisher = publisher;
        this.converter = converter;
        this.clock = clock;
    }

    /** Tries every message that is due once; a failed one is due again later. */
    void publishDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> publishNext()))) {}
    }

    private boolean publishNext() {
        Optional<StoredMessage> next = next();
        next.ifPresent(this::publish);
        return next.isPresent();
    }

    private Optional<StoredMessage> next() {
        return jdbc.sql(NEXT)
                .param("now", SqlTime.of(clock.instant()))
                .query(Row.as(StoredMessage::of))
                .optional();
    }

    private void publish(StoredMessage stored) {
        try {
            publisher.publish(stored.outgoing(converter));
        } catch (PublishFailed e) {
            afterFailure(stored, e);
            return;
        }
        delete(stored);
        if (stored.attempts() > 0) {
            LOG.info(
                    "{} of run {} published after {} failed attempts.",
                    stored.wireType(),
                    stored.runId(),
                    stored.attempts());
        }
    }

    private void afterFailure(StoredMessage stored, PublishFailed failure) {
        if (stored.expendable()) {
            LOG.info("{} of run {} is not said now: {}", stored.wireType(), stored.runId(), failure.getMessage());
            delete(stored);
            return;
        }
        postpone(stored, failure);
    }

    private void delete(StoredMessage stored) {
        jdbc.sql("delete from outbox where id = :id").param("id", stored.id()).update();
    }

    private void postpone(StoredMessage stored, PublishFailed failure) {
        if (stored.isFailureWorthTelling()) {
            LOG.warn(
                    "{} of run {} stays in the outbox, attempt {}: {}",
                    stored.wireType(),
                    stored.runId(),
                    stored.attempts() + 1,
                    failure.getMessage());
        }
        jdbc.sql(POSTPONE)
                .param("nextTryAt", SqlTime.of(clock.instant().plus(stored.waitAfterFailure())))
                .param("error", failure.getMessage())
                .param("id", stored.id())
                .update();
    }
}
