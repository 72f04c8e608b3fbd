package dev.squaresync.scheduler.worker;

import dev.squaresync.message.WorkerSeen;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import dev.squaresync.scheduler.sql.StorableText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The instances of the services that were heard of within the last day. */
@Component
public class Workers {

    private static final String SEE = new SqlFile(Workers.class, "see.sql").text();

    /** Instances come and go, each with a name of its own. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Workers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void seen(WorkerSeen worker) {
        jdbc.sql(SEE)
                .param("service", StorableText.of(worker.service(), LONGEST))
                .param("instance", StorableText.of(worker.instance(), LONGEST))
                .param("version", StorableText.of(worker.version(), LONGEST))
                .param("startedAt", SqlTime.of(worker.startedAt()))
                .param("now", SqlTime.of(clock.instant()))
                .update();
        jdbc.sql("delete from workers where seen_at < :before")
                .param("before", SqlTime.of(clock.instant().minus(REMEMBERED)))
                .update();
    }

    /** When each service was last heard of, whichever instance it was. */
    public SortedMap<String, Instant> lastSeen() {
        return all().stream()
                .collect(Collectors.toMap(
                        Worker::service,
                        Worker::seenAt,
                        (one, other) -> one.isAfter(other) ? one : other,
                        TreeMap::new));
    }

    /** By service and instance. */
    public List<Worker> all() {
        return jdbc.sql("select * from workers where seen_at >= :since order by service, instance")
                .param("since", SqlTime.of(clock.instant().minus(REMEMBERED)))
                .query(Row.as(row -> new Worker(
                        row.text("service"),
                        row.text("instance"),
                        row.text("version"),
                        row.instant("started_at"),
                        row.instant("seen_at"))))
                .list();
    }
}
