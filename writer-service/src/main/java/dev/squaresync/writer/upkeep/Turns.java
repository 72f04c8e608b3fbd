package dev.squaresync.writer.upkeep;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Of several writers, one at a time looks after the database; none waits long for a lock that a page holds. */
@Component
class Turns {

    private static final String ALONE =
            "select pg_try_advisory_xact_lock(hashtextextended('square-sync.writer.upkeep', 0))";
    private static final String IMPATIENT = "select set_config('lock_timeout', '2s', true)";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Turns(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Does the work in one transaction, unless another writer is at work. */
    void take(Runnable work) {
        transaction.executeWithoutResult(status -> {
            database.sql(IMPATIENT).query().singleRow();
            if (database.sql(ALONE).query(Boolean.class).single()) {
                work.run();
            }
        });
    }
}
