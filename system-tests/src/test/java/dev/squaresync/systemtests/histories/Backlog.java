package dev.squaresync.systemtests.histories;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for the scheduler's background tasks. A task that finds nothing changes nothing, and costs more than all looks here.
 *
 * @param messages whether the outbox holds any
 * @param replays whether dead letters are on their way back
 */
record Backlog(boolean messages, boolean replays) {

    private static final String LOOK = """
            select
                exists (select from scheduler.outbox) as messages,
                exists (select from scheduler.dead_letters where state = 'REPLAYING') as replays
            """;

    static Backlog of(JdbcClient database) {
        return database.sql(LOOK).query(Backlog.class).single();
    }

    boolean isEmpty() {
        return !messages && !replays;
    }

    /** The tasks that have something to do, by words in their names. */
    List<String> tasks() {
        if (messages && replays) {
            return List.of("OutboxTrigger", "ReplayTrigger");
        }
        return messages ? List.of("OutboxTrigger") : replays ? List.of("ReplayTrigger") : List.of();
    }
}
