package dev.squaresync.scheduler.deadletter;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people have sent back by the many. The numbers are counted from the dead letters themselves. */
@Component
public class ReplayJobs {

    private static final String FIND = new SqlFile(ReplayJobs.class, "replay-job.sql").text();
    private static final String ADD = """
            insert into replay_jobs (id, who, asked, total, started_at)
            values (:id, :who, :asked, :letters, :now)
            on conflict (id) do update
            set total = replay_jobs.total + excluded.total
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReplayJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ReplayJob> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Row.as(ReplayJob::of)).optional();
    }

    /** Adds a batch to a job, which begins with its first. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID id, String who, String asked, int letters) {
        jdbc.sql(ADD)
                .param("id", id)
                .param("who", who)
                .param("asked", asked)
                .param("letters", letters)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }
}
