package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.DeliveryRetried;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import dev.squaresync.scheduler.sql.StorableText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was tried again in the runs of the last 30 days; of a run with very many retries, the latest. */
@Component
public class Retries {

    private static final String KEEP = new SqlFile(Retries.class, "keep-retry.sql").text();
    private static final String PRUNE = new SqlFile(Retries.class, "prune-retries.sql").text();
    // Several services tell of retries, and the broker promises no order between them: only the time tells it.
    private static final String LATEST =
            "select * from retries where run_id = :runId order by at desc, id desc limit :limit";

    private static final Duration KEPT = Duration.ofDays(30);

    private static final int MOST_OF_A_RUN = 10_000;

    /** One in so many that are kept looks for what is too old or too much. */
    private static final int PRUNE_EVERY = 200;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    Retries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps it, if its run is known. */
    @Transactional
    public void retried(DeliveryRetried retry) {
        DataType dataType = retry.dataType();
        jdbc.sql(KEEP)
                .param("runId", retry.runId())
                .param("dataType", dataType == null ? null : dataType.name())
                .param("partitionId", StorableText.ofNullable(retry.partitionId(), LONGEST_NAME))
                .param("queue", StorableText.of(retry.queue(), LONGEST_NAME))
                .param("attempt", retry.attempt())
                .param("attempts", retry.attempts())
                .param("code", StorableText.of(retry.code(), LONGEST_NAME))
                .param("reason", StorableText.of(retry.reason(), LONGEST_REASON))
                .param("at", SqlTime.of(retry.at()))
                .param("nextTryAt", SqlTime.of(retry.nextTryAt()))
                .query(Long.class)
                .optional()
                .filter(id -> id % PRUNE_EVERY == 0)
                .ifPresent(id -> prune(retry.runId()));
    }

    private void prune(UUID runId) {
        jdbc.sql(PRUNE)
                .param("runId", runId)
                .param("kept", MOST_OF_A_RUN)
                .param("before", SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }

    /** How many retries of a run are kept. */
    public long count(UUID runId) {
        return jdbc.sql("select count(*) from retries where run_id = :runId")
                .param("runId", runId)
                .query(Long.class)
                .single();
    }

    /** How many are kept of each of its data types; those without any are not in it. */
    Map<DataType, Integer> counts(UUID runId) {
        return jdbc
                .sql("select data_type, count(*)::integer as retried from retries"
                        + " where run_id = :runId and data_type is not null group by data_type")
                .param("runId", runId)
                .query(Row.as(row -> Map.entry(row.dataType("data_type"), row.number("retried"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All that are kept of a run, the newest first. */
    public List<Retry> of(UUID runId) {
        return latest(runId, Integer.MAX_VALUE);
    }

    /** The newest first. */
    public List<Retry> latest(UUID runId, int limit) {
        return jdbc.sql(LATEST)
                .param("runId", runId)
                .param("limit", limit)
                .query(Row.as(row -> {
                    String dataType = row.nullableText("data_type");
                    return new Retry(
                            dataType == null ? null : DataType.of(dataType),
                            row.nullableText("partition_id"),
                            row.text("queue"),
                            row.number("attempt"),
                            row.number("attempts"),
                            row.text("code"),
                            row.text("reason"),
                            row.instant("at"),
                            row.instant("next_try_at"));
                }))
                .list();
    }
}
