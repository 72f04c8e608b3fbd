package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.DeadLetter;
import dev.squaresync.messaging.PublishFailed;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends dead letters back to their queues. A row is locked while its message is on its way, and REPLAYED only after the broker's
 * confirm: after a crash in between it is sent again, which does no harm.
 */
@Component
class ReplayPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayPublisher.class);

    private static final String NEXT = new SqlFile(ReplayPublisher.class, "next-replay.sql").text();
    private static final String PUBLISHED =
            "update dead_letters set state = 'REPLAYED', next_publish_at = null, replays = replays + 1 where id = :id";
    private static final String POSTPONE = """
            update dead_letters
            set publish_failures = publish_failures + 1,
                next_publish_at  = :nextPublishAt
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final HeadersJson json;
    private final TransactionTemplate transaction;
    private final ConfirmedPublisher publisher;
    private final Clock clock;

    ReplayPublisher(
            JdbcClient jdbc,
            HeadersJson json,
            TransactionTemplate transaction,
            ConfirmedPublisher publisher,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Sends all that are due, until there are none or one fails: the broker may be down, so the others wait for the next time. */
    void publishDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> publishNext()))) {}
    }

    private boolean publishNext() {
        Optional<Replay> next = jdbc.sql(NEXT)
                .param("now", SqlTime.of(clock.instant()))
                .query(Row.as(this::replay))
                .optional();
        return next.isPresent() && publish(next.get());
    }

    private boolean publish(Replay replay) {
        try {
            publisher.replay(replay.letter(), replay.id());
        } catch (PublishFailed e) {
            postpone(replay, e);
            return false;
        }
        jdbc.sql(PUBLISHED).param("id", replay.id()).update();
        return true;
    }

    private void postpone(Replay replay, PublishFailed failure) {
        if (replay.isFailureWorthTelling()) {
            LOG.warn(
                    "Dead letter {} is not back in its queue yet, attempt {}: {}",
                    replay.id(),
                    replay.failures() + 1,
                    failure.getMessage());
        }
        jdbc.sql(POSTPONE)
                .param("nextPublishAt", SqlTime.of(clock.instant().plus(replay.waitAfterFailure())))
                .param("id", replay.id())
                .update();
    }

    private Replay replay(Row row) throws SQLException {
        DeadLetter letter = new DeadLetter(
                row.text("queue"),
                row.nullableText("wire_type"),
                row.text("code"),
                row.text("reason"),
                row.number("attempts"),
                json.read(row.text("headers")),
                row.bytes("body"));
        return new Replay(row.uuid("id"), letter, row.number("publish_failures"));
    }
}
