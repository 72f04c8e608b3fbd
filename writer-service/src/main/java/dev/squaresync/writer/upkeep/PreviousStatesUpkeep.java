package dev.squaresync.writer.upkeep;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Makes the days to come for previous states, and drops the days that are too old. Of several writers one does it; what it cannot do
 * now, because a page is being written or PostgreSQL is down, it does the next time.
 */
@Component
class PreviousStatesUpkeep {

    private static final Logger LOG = LoggerFactory.getLogger(PreviousStatesUpkeep.class);

    private final JdbcClient database;
    private final Turns turns;
    private final UpkeepSettings settings;

    PreviousStatesUpkeep(JdbcClient database, Turns turns, UpkeepSettings settings) {
        this.database = database;
        this.turns = turns;
        this.settings = settings;
    }

    @Scheduled(initialDelayString = "30s", fixedDelayString = "1h")
    void keepUp() {
        try {
            makeDays();
            dropDays();
        } catch (DataAccessException | TransactionException e) {
            LOG.info(
                    "The days of previous states are looked after later: {}",
                    e.getMostSpecificCause().getMessage());
        }
    }

    private void makeDays() {
        turns.take(() ->
                database.sql("select make_days_of_previous_states()").query().singleRow());
    }

    private void dropDays() {
        turns.take(() -> {
            int dropped = database.sql("select drop_days_of_previous_states(make_interval(secs => :keep))")
                    .param("keep", settings.keepPreviousStates().toSeconds())
                    .query(Integer.class)
                    .single();
            if (dropped > 0) {
                LOG.info("Previous states of {} days were dropped.", dropped);
            }
        });
    }
}
