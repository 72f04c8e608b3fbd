package dev.squaresync.systemtests.histories;

import dev.squaresync.scheduler.deadletter.DeadLetterDecisions;
import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the operator does about dead letters: replays them all. */
final class DeadLetters {

    private final DeadLetterDecisions decisions;
    private final JdbcClient database;

    DeadLetters(DeadLetterDecisions decisions, JdbcClient database) {
        this.decisions = decisions;
        this.database = database;
    }

    boolean areOpen() {
        return database.sql("select exists (select from scheduler.dead_letters where state = 'OPEN')")
                .query(Boolean.class)
                .single();
    }

    int replayAll() {
        try {
            return decisions.replay(DeadLetterFilter.OPEN, "history").replaying();
        } catch (ProcessDied e) {
            return 0;
        }
    }
}
