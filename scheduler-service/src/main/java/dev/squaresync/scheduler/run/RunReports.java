package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.util.Collection;
import java.util.EnumMap;
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

    private static final String MATCHES = new SqlFile(RunReports.class, "matches-runs.sql").text();
    private static final String PAGE =
            new SqlFile(RunReports.class, "run-page.sql").text().formatted(MATCHES);
    private static final String BY_STATE =
            new SqlFile(RunReports.class, "runs-by-state.sql").text().formatted(MATCHES);
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
    public RunPage page(RunFilter filter, int limit, @Nullable UUID before) {
        List<SyncRun> found = filter.addTo(jdbc.sql(PAGE))
                .param("limit", limit + 1)
                .param("before", before)
                .query(Row.as(SyncRun::of))
                .list();
        if (found.size() <= limit) {
            return new RunPage(withStreams(found), null);
        }
        return new RunPage(
                withStreams(found.subList(0, limit)), found.get(limit - 1).id());
    }

    /** How many runs there are in each state, of those that match in everything but their state. Every state is in it. */
    @Transactional(readOnly = true)
    public Map<RunState, Long> countsByState(RunFilter filter) {
        Map<RunState, Long> counts = new EnumMap<>(RunState.class);
        for (RunState state : RunState.values()) {
            counts.put(state, 0L);
        }
        filter.inAnyState()
                .addTo(jdbc.sql(BY_STATE))
                .query(Row.as(row -> Map.entry(RunState.valueOf(row.text("state")), row.longNumber("runs"))))
                .list()
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /** For each data type its latest stream, and its latest completed one if that is another. */
    @Transactional(readOnly = true)
    public Map<DataType, List<StreamReport>> latestStreams() {
        return jdbc.sql(LATEST_STREAMS).query(Row.as(StreamReport::of)).list().stream()
                .collect(Collectors.groupingBy(StreamReport::dataType));
    }

    private List<RunReport> withStreams(List<SyncRun> runs) {
        Map<UUID, List<StreamReport>> streams = streams(
                        runs.stream().map(SyncRun::id).toList())
                .stream()
                .collect(Collectors.groupingBy(StreamReport::runId));
        return runs.stream()
                .map(run -> new RunReport(run, streams.getOrDefault(run.id(), List.of())))
                .toList();
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
