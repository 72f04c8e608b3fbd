package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs as people see them. Every number is counted from rows. */
@Component
public class RunReports {

    private static final String NEWEST = new SqlFile(RunReports.class, "newest-runs.sql").text();
    private static final String LATEST_STREAMS = new SqlFile(RunReports.class, "latest-streams.sql").text();
    private static final String STREAMS =
            "select * from stream_progress where run_id in (:runIds) order by run_id, data_type";

    private final JdbcClient jdbc;

    RunReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<RunReport> find(UUID runId) {
        return jdbc.sql("select * from sync_runs where id = :id")
                .param("id", runId)
                .query(Row.as(SyncRun::of))
                .optional()
                .map(run -> new RunReport(run, streams(List.of(runId))));
    }

    /**
     * The newest runs first.
     *
     * @param before only runs older than this one; null: from the newest
     */
    @Transactional(readOnly = true)
    public List<RunReport> newest(int limit, @Nullable UUID before) {
        List<SyncRun> runs = jdbc.sql(NEWEST)
                .param("limit", limit)
                .param("before", before)
                .query(Row.as(SyncRun::of))
                .list();
        Map<UUID, List<StreamReport>> streams = streams(
                        runs.stream().map(SyncRun::id).toList())
                .stream()
                .collect(Collectors.groupingBy(StreamReport::runId));
        return runs.stream()
                .map(run -> new RunReport(run, streams.getOrDefault(run.id(), List.of())))
                .toList();
    }

    /** For each data type its latest stream, and its latest completed one if that is another. */
    @Transactional(readOnly = true)
    public Map<DataType, List<StreamReport>> latestStreams() {
        return jdbc.sql(LATEST_STREAMS).query(Row.as(StreamReport::of)).list().stream()
                .collect(Collectors.groupingBy(StreamReport::dataType));
    }

    private List<StreamReport> streams(Collection<UUID> runIds) {
        if (runIds.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(STREAMS)
                .param("runIds", runIds)
                .query(Row.as(StreamReport::of))
                .list();
    }
}
