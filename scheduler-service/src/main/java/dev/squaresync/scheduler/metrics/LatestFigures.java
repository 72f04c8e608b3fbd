package dev.squaresync.scheduler.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The figures, read anew when somebody asks, but not more often than every 15 seconds, whoever asks. */
@Component
class LatestFigures {

    private static final Logger LOG = LoggerFactory.getLogger(LatestFigures.class);

    private static final Duration FRESH = Duration.ofSeconds(15);

    private final FigureTable table;
    private final Clock clock;
    private Instant readAt = Instant.MIN;
    private Optional<Figures> latest = Optional.empty();

    LatestFigures(FigureTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Empty: the database cannot be asked. */
    synchronized Optional<Figures> get() {
        Instant now = clock.instant();
        // A clock that was set back must not keep old figures alive.
        if (now.isBefore(readAt) || !now.isBefore(readAt.plus(FRESH))) {
            latest = read();
            readAt = now;
        }
        return latest;
    }

    private Optional<Figures> read() {
        try {
            return Optional.of(table.read());
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The figures cannot be read.", e);
            return Optional.empty();
        }
    }
}
